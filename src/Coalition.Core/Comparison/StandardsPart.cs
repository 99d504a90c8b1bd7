namespace Coalition.Comparison;

/// <summary>The standards of a guarantee, told apart by their ids.</summary>
internal sealed class StandardsPart() : Part<Guarantee>("Standards")
{
    internal override void Compare(Place<Guarantee> place, Guarantee before, Guarantee after, Differences into)
    {
        var old = before.Standards.ToDictionary(s => s.Id);
        foreach (var now in after.Standards)
        {
            if (old.Remove(now.Id, out var was))
            {
                var standard = new Place<SufficiencyStandard>(
                    ChangedPart.Standard, place.Subject, now.Id, $"'{now.Id}' of {place.Words}",
                    (edits, edit) => place.Edit(edits, g => g with { Standards = [.. g.Standards.Select(s => s.Id == now.Id ? edit(s) : s)] }));
                foreach (var part in EntryParts.OfStandard)
                {
                    part.Compare(standard, was, now, into);
                }
            }
            else
            {
                into.Add(
                    ChangeKind.Added, ChangedPart.Standard, $"the standard '{now.Id}' of {place.Words} is added",
                    change => change with { Subject = place.Subject, Item = now.Id, After = now.Requires.ToString() },
                    edits => place.Edit(edits, g => g with { Standards = g.Standards.Add(now) }), refers: [.. References.Of(now)]);
            }
        }

        foreach (var was in before.Standards.Where(s => old.ContainsKey(s.Id)))
        {
            into.Add(
                ChangeKind.Removed, ChangedPart.Standard, $"the standard '{was.Id}' of {place.Words} is removed",
                change => change with { Subject = place.Subject, Item = was.Id, Before = was.Requires.ToString() },
                edits => place.Edit(edits, g => g with { Standards = [.. g.Standards.Where(s => s.Id != was.Id)] }));
        }
    }
}
