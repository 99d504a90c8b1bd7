namespace ParisSummit.Picture;

/// <summary>A share of one as a bar.</summary>
internal static class Shares
{
    /// <summary>Rounded down, so that only a whole looks full; but never down to nothing.</summary>
    internal static string Bar(double share, int width)
    {
        var full = share <= 0 ? 0 : share >= 1 ? width : Math.Clamp((int)(share * width), 1, width - 1);
        return new string('█', full) + new string('·', width - full);
    }
}
