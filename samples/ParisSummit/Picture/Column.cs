namespace ParisSummit.Picture;

/// <summary>What stands in one column of a row.</summary>
internal sealed record Column
{
    private Column(int? width, bool isRight, Span[] spans)
    {
        Width = width;
        IsRight = isRight;
        Spans = spans;
    }

    /// <summary>How wide it is; null for all that the others leave.</summary>
    internal int? Width { get; }

    internal bool IsRight { get; }

    internal Span[] Spans { get; }

    internal static Column Fixed(int width, params Span[] spans) => new(width, false, spans);

    internal static Column Right(int width, params Span[] spans) => new(width, true, spans);

    internal static Column Rest(params Span[] spans) => new(null, false, spans);
}
