namespace Coalition.Tabular.Internal;

/// <summary>A column: a property of the entries in the model file, under its name there.</summary>
internal sealed class Column
{
    internal Column(string name, CellKind kind, bool isRequired = false)
    {
        Name = name;
        Kind = kind;
        IsRequired = isRequired;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        Group = dot < 0 ? null : name[..dot];
        Property = name[(dot + 1)..];
    }

    /// <summary>The name, such as <c>tally.yes</c>.</summary>
    internal string Name { get; }

    internal CellKind Kind { get; }

    /// <summary>Whether each row must fill it.</summary>
    internal bool IsRequired { get; }

    /// <summary>The object that holds the property; null for the entry itself.</summary>
    internal string? Group { get; }

    /// <summary>The name of the property in that object.</summary>
    internal string Property { get; }
}
