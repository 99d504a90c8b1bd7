namespace Coalition;

/// <summary>What a zone means for the rules.</summary>
public static class ZoneRules
{
    /// <summary>Whether a zone lies on the host's territory, so that the host must admit whoever acts there (rule S3).</summary>
    /// <param name="zone">The zone.</param>
    /// <returns>Whether it is the line of contact, the forward area, the rear, or an unstated place on the host's territory.</returns>
    public static bool IsOnHostTerritory(this Zone zone) =>
        zone is Zone.LineOfContact or Zone.Forward or Zone.Rear or Zone.HostTerritory;
}
