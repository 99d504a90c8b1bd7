using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Coalition.Approvals;
using Coalition.Comparison;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;
using NodaTime;

namespace Coalition.Tests.Comparison;

/// <summary>No property of a model is forgotten: a new one that the comparison does not look at fails a test.</summary>
public class ComparedPropertiesTests
{
    private static readonly SufficiencyReport Report = SufficiencyEvaluator.Evaluate(Everything.Model, Everything.Model.AsOf);

    [Fact]
    public void Model_EveryList_IsCompared() => Assert.Equal(
        ["Approvals", "AsOf", "Circumstances", "Guarantees", "Nations", "Note", "Pledges", "Sources", "SupportTypes", "Title"],
        Graph.InitPropertiesOf(typeof(CoalitionDraft)).Select(p => p.Name).Order());

    [Fact]
    public void Entries_EveryProperty_IsComparedAndTaken()
    {
        var draft = Everything.Model.Draft;
        AssertEach(draft.Nations, EntryParts.OfNation, "Code");
        AssertEach(draft.SupportTypes, EntryParts.OfSupportType, "Id");
        AssertEach(draft.Sources, EntryParts.OfSource, "Id");
        AssertEach(draft.Circumstances, EntryParts.OfCircumstance, "Id");
        AssertEach(draft.Approvals, ApprovalParts.All, "Id");
        AssertEach(draft.Pledges, PledgeParts.All, "Id");
        AssertEach(draft.Guarantees, EntryParts.OfGuarantee, "Id");
        AssertEach([.. draft.Guarantees.SelectMany(g => g.Standards)], EntryParts.OfStandard, "Id");
    }

    [Fact]
    public void Items_EveryProperty_IsComparedAndBearsUnlessItIsANote()
    {
        var draft = Everything.Model.Draft;
        AssertItems(draft.Circumstances, EntryParts.OfCircumstance, c => c.Events, (c, v) => c with { Events = v });
        AssertItems(draft.Approvals, ApprovalParts.All, a => a.Acts, (a, v) => a with { Acts = v });
        AssertItems(draft.Approvals, ApprovalParts.All, a => a.Decisions, (a, v) => a with { Decisions = v });
        AssertItems(draft.Pledges, PledgeParts.All, p => p.Stages, (p, v) => p with { Stages = v });
        AssertItems(draft.Pledges, PledgeParts.All, p => p.Claims, (p, v) => p with { Claims = v });
    }

    [Fact]
    public void Unordered_OfEverything_LosesNothing()
    {
        var seen = new HashSet<Type>();
        foreach (var part in Graph.Of(Everything.Model.Draft))
        {
            object? form = part switch
            {
                Requirement requirement => Unordered.Of(requirement),
                Mandate mandate => Unordered.Of(mandate),
                ApprovalAct act => Unordered.Of(act),
                Decision decision => Unordered.Of(decision),
                _ => null,
            };
            if (form is not null)
            {
                seen.Add(part.GetType());
                AssertSame(part, form);
            }
        }

        Assert.Superset(typeof(Requirement).GetNestedTypes().Concat(typeof(ApprovalAct).GetNestedTypes()).ToHashSet(), seen);
    }

    private static void AssertEach<T>(ImmutableArray<T> entries, Part<T>[] parts, string key)
        where T : notnull
    {
        var properties = Graph.InitPropertiesOf(typeof(T)).Where(p => p.Name != key).ToList();
        Assert.Equal(properties.Select(p => p.Name).Order(), parts.Select(p => p.Property).Order());
        foreach (var property in properties)
        {
            var changed = entries.Select(entry => (Before: entry, After: Other(entry, property))).Where(e => e.After is not null).ToList();
            Assert.True(changed.Count > 0, $"No {typeof(T).Name} has a {property.Name} that can be changed.");
            foreach (var (before, after) in changed)
            {
                var steps = Compared(parts, before, after!, out var taken);
                Assert.True(steps.Length > 0, $"{typeof(T).Name}.{property.Name} is not compared.");
                Assert.Equal(property.GetValue(after)?.ToString(), property.GetValue(taken)?.ToString());
                Assert.Empty(Compared(parts, taken, after!, out _));
            }
        }
    }

    private static void AssertItems<T, TItem>(
        ImmutableArray<T> entries, Part<T>[] parts, Func<T, ImmutableArray<TItem>> get, Func<T, ImmutableArray<TItem>, T> with)
        where T : notnull
        where TItem : notnull
    {
        foreach (var entry in entries)
        {
            foreach (var item in get(entry))
            {
                foreach (var property in Graph.InitPropertiesOf(item.GetType()))
                {
                    if (Other(item, property) is { } other)
                    {
                        var steps = Compared(parts, entry, with(entry, get(entry).Replace(item, other)), out _);
                        Assert.True(steps.Length > 0, $"{item.GetType().Name}.{property.Name} is not compared.");
                        Assert.All(steps, step => Assert.Equal(property.Name != "Note", step.Change.BearsOnVerdicts));
                    }
                }
            }
        }
    }

    private static ImmutableArray<ChangeStep> Compared<T>(Part<T>[] parts, T before, T after, out T taken)
    {
        var differences = new Differences(Report, Report, CancellationToken.None);
        var made = before;
        var place = new Place<T>(ChangedPart.Model, "subject", null, "'subject'", (_, edit) => made = edit(made));
        foreach (var part in parts)
        {
            part.Compare(place, before, after, differences);
        }

        foreach (var step in differences.Steps)
        {
            step.Take!(new DraftEdits(Everything.Model.Draft));
        }

        taken = made;
        return differences.Steps;
    }

    // The same with one property changed; null where there is nothing to change.
    private static T? Other<T>(T record, PropertyInfo property)
        where T : notnull
    {
        var (value, type) = (property.GetValue(record), property.PropertyType);
        var isOptional = Nullable.GetUnderlyingType(type) is not null
            || (!type.IsValueType && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable);
        object? other = value switch
        {
            null => null,
            _ when isOptional => null,
            string text => $"{text}-other",
            bool flag => !flag,
            LocalDate day => day.PlusDays(-1),
            NationCode => new NationCode("XZ"),
            Unit => new Unit("others"),
            Requirement => new Requirement.AllOf(new Requirement.Always()),
            ImmutableArray<SufficiencyStandard> standards => standards.SetItem(0, standards[0] with { Id = "another" }),
            IEnumerable items => items.Cast<object>().Any() ? Activator.CreateInstance(type, nonPublic: true) is IEnumerable ? type.GetField("Empty")!.GetValue(null) : null : value,
            Enum member => Enum.GetValues(member.GetType()).Cast<object>().First(m => !m.Equals(member)),
            int number => number + 1,
            _ => throw new InvalidOperationException($"How is a {type} changed?"),
        };
        if (value is null || Equals(value, other))
        {
            return default;
        }

        var clone = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(clone, other);
        return (T)clone;
    }

    private static void AssertSame(object expected, object found)
    {
        Assert.Equal(expected.GetType(), found.GetType());
        foreach (var property in Graph.PropertiesOf(expected.GetType()))
        {
            var (was, now) = (property.GetValue(expected), property.GetValue(found));
            if (was is IEnumerable items and not string)
            {
                var (before, after) = (items.Cast<object>().ToList(), ((IEnumerable)now!).Cast<object>().ToList());
                Assert.Equal(before.Count, after.Count);
                if (before.Count > 0 && before[0] is not Requirement)
                {
                    Assert.Equal(before.ToHashSet(), after.ToHashSet());
                }
            }
            else if (was is Requirement or Mandate or PledgeFilter)
            {
                AssertSame(was, now!);
            }
            else
            {
                Assert.Equal(was, now);
            }
        }
    }
}
