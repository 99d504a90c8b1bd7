namespace Coalition;

/// <summary>Where a pledge would be carried out.</summary>
/// <remarks>The default value is <see cref="ReachBack"/>, support given from home.</remarks>
public enum Zone
{
    /// <summary>From the contributor's own territory.</summary>
    ReachBack,

    /// <summary>On the line of contact. On the host's territory.</summary>
    LineOfContact,

    /// <summary>In the forward area behind the line of contact. On the host's territory.</summary>
    Forward,

    /// <summary>In the rear, away from the front. On the host's territory.</summary>
    Rear,

    /// <summary>On the host's territory, where exactly is not stated.</summary>
    HostTerritory,

    /// <summary>On the territory of a neighbouring ally.</summary>
    NeighbouringAlly,

    /// <summary>At sea.</summary>
    Sea,

    /// <summary>In the air.</summary>
    Air,
}
