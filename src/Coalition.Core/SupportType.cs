using System.Collections.Immutable;
using Coalition.Internal;

namespace Coalition;

/// <summary>A kind of help, such as land forces, with its family and the unit it is counted in.</summary>
/// <remarks>An open set: the well-known types are there for every model, and a model may declare its own beside them.</remarks>
public sealed record SupportType
{
    /// <summary>Forces on land, counted in personnel.</summary>
    public static readonly SupportType Land = Known("land", "Land forces", SupportFamily.Forces, Unit.Personnel);

    /// <summary>Forces at sea, counted in personnel.</summary>
    public static readonly SupportType Naval = Known("naval", "Naval forces", SupportFamily.Forces, Unit.Personnel);

    /// <summary>Forces in the air, counted in personnel.</summary>
    public static readonly SupportType Air = Known("air", "Air forces", SupportFamily.Forces, Unit.Personnel);

    /// <summary>Special forces, counted in personnel.</summary>
    public static readonly SupportType SpecialForces = Known("special-forces", "Special forces", SupportFamily.Forces, Unit.Personnel);

    /// <summary>Ground-based air and missile defence, counted in batteries.</summary>
    public static readonly SupportType AirDefence = Known("air-defence", "Air defence", SupportFamily.Enablers, Unit.Batteries);

    /// <summary>Intelligence, counted in sorties a day.</summary>
    public static readonly SupportType Intelligence = Known("intelligence", "Intelligence", SupportFamily.Intelligence, Unit.SortiesPerDay);

    /// <summary>Strategic lift, counted in sorties a day.</summary>
    public static readonly SupportType StrategicLift = Known("strategic-lift", "Strategic lift", SupportFamily.Enablers, Unit.SortiesPerDay);

    /// <summary>Logistics, counted in personnel.</summary>
    public static readonly SupportType Logistics = Known("logistics", "Logistics", SupportFamily.Enablers, Unit.Personnel);

    /// <summary>Engineering, above all the clearing of mines, counted in personnel.</summary>
    public static readonly SupportType Engineering = Known("engineering", "Engineering", SupportFamily.Enablers, Unit.Personnel);

    /// <summary>Training, counted in trainees a year.</summary>
    public static readonly SupportType Training = Known("training", "Training", SupportFamily.Training, Unit.TraineesPerYear);

    /// <summary>Weapons and ammunition, counted by value in euro unless a pledge says otherwise.</summary>
    public static readonly SupportType Weapons = Known("weapons", "Weapons", SupportFamily.Materiel, Unit.Euro);

    /// <summary>Technology and joint production, counted by value in euro unless a pledge says otherwise.</summary>
    public static readonly SupportType Technology = Known("technology", "Technology", SupportFamily.Technology, Unit.Euro);

    /// <summary>Monitoring and verification, counted in personnel.</summary>
    public static readonly SupportType Monitoring = Known("monitoring", "Monitoring", SupportFamily.Monitoring, Unit.Personnel);

    /// <summary>Sanctions, counted in measures.</summary>
    public static readonly SupportType Sanctions = Known("sanctions", "Sanctions", SupportFamily.Sanctions, Unit.Measures);

    /// <summary>Financial aid, counted in euro unless a pledge says otherwise.</summary>
    public static readonly SupportType FinancialAid = Known("financial-aid", "Financial aid", SupportFamily.Financial, Unit.Euro);

    /// <summary>Humanitarian aid, counted in euro unless a pledge says otherwise.</summary>
    public static readonly SupportType HumanitarianAid = Known("humanitarian-aid", "Humanitarian aid", SupportFamily.Humanitarian, Unit.Euro);

    /// <summary>Strategic deterrence, counted in commitments.</summary>
    public static readonly SupportType StrategicDeterrence = Known("strategic-deterrence", "Strategic deterrence", SupportFamily.Deterrence, Unit.Commitments);

    /// <summary>The id by which pledges and filters refer to the type.</summary>
    public required string Id { get; init => field = Guard.Id(value); }

    /// <summary>The name to show. Not empty.</summary>
    public required string Name { get; init => field = Guard.Text(value); }

    /// <summary>The family that the type belongs to.</summary>
    public required SupportFamily Family { get; init => field = Guard.Defined(value); }

    /// <summary>The unit in which pledges of the type are counted, unless one states its own.</summary>
    public required Unit Unit { get; init => field = Guard.Unit(value); }

    /// <summary>The types that every model knows, in the order of their families.</summary>
    public static ImmutableArray<SupportType> WellKnown { get; } =
    [
        Land, Naval, Air, SpecialForces, AirDefence, StrategicLift, Logistics, Engineering, Intelligence, Training, Weapons,
        Technology, Monitoring, Sanctions, FinancialAid, HumanitarianAid, StrategicDeterrence,
    ];

    private static SupportType Known(string id, string name, SupportFamily family, Unit unit) =>
        new() { Id = id, Name = name, Family = family, Unit = unit };
}
