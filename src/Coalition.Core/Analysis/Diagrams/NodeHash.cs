namespace Coalition.Analysis.Diagrams;

/// <summary>Where a table begins to look: far apart for numbers near each other, as those of nodes are.</summary>
internal static class NodeHash
{
    /// <summary>A number of 32 bits, of which any may be cut out.</summary>
    internal static uint Of(int a, int b, int c)
    {
        var hash = ((ulong)(uint)a * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)b * 0xC2B2AE3D27D4EB4F) ^ ((ulong)(uint)c * 0x165667B19E3779F9);
        hash ^= hash >> 29;
        return (uint)((hash * 0xBF58476D1CE4E5B9) >> 32);
    }
}
