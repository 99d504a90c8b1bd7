using System.Globalization;

namespace Coalition;

/// <summary>A whole amount of one unit.</summary>
/// <param name="Amount">The amount. Exact: 128 bits hold the sum of any figures that a model can.</param>
/// <param name="Unit">What is counted.</param>
/// <remarks>Amounts of different units are never added or compared: the operators throw. The default value is nothing, of no unit.</remarks>
public readonly record struct Quantity(Int128 Amount, Unit Unit)
{
    /// <summary>Adds two amounts of one unit.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    /// <exception cref="OverflowException">The sum is beyond 128 bits.</exception>
    public static Quantity operator +(Quantity left, Quantity right) => left.Unit == right.Unit
        ? new Quantity(checked(left.Amount + right.Amount), left.Unit)
        : throw new InvalidOperationException($"{left} and {right} have different units and cannot be added.");

    /// <summary>The amount with thousands separated by commas, and its unit: <c>7,500 personnel</c>. Invariant.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:N0} {Unit}");
}
