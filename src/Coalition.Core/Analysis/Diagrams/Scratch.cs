using System.Buffers;

namespace Coalition.Analysis.Diagrams;

/// <summary>Arrays for work that ends, lent out again and again.</summary>
/// <remarks>Large arrays that live briefly would bring about a full garbage collection every few megabytes, which costs more than the work itself.</remarks>
internal static class Scratch
{
    /// <summary>An array of at least so many elements, of which these are cleared.</summary>
    internal static T[] Rent<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, length).Clear();
        return array;
    }

    /// <summary>Gives an array back, which then is used no more. One that is not given back is only lost to later work.</summary>
    internal static void Return<T>(T[] array) => ArrayPool<T>.Shared.Return(array);

    /// <summary>Exchanges an array for a larger one with the same elements first.</summary>
    internal static void Grow<T>(ref T[] array, int length)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(length, array.Length));
        array.CopyTo(larger, 0);
        Return(array);
        array = larger;
    }
}
