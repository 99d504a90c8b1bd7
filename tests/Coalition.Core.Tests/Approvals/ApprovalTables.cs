using Coalition.Approvals;
using NodaTime;

namespace Coalition.Tests.Approvals;

/// <summary>Where each act leads from each state under each procedure, written down a second time: what a row does not name is refused.</summary>
/// <remarks>A row is <c>state: act > state; act > state</c>. A state is called by its name, with what else decides which acts it allows in brackets.</remarks>
internal static class ApprovalTables
{
    internal static readonly string[] Acts =
    [
        "committed", "preConsulted", "informed", "consulted", "begun", "submitted", "referred", "scheduled", "approved", "rejected", "objected", "annulled",
        "withdrawn", "lapsed", "extended", "revoked",
    ];

    private const string NothingAsked = """
        not requested: preConsulted > in pre-consultation; submitted > submitted
        in pre-consultation: preConsulted > in pre-consultation; submitted > submitted; withdrawn > withdrawn
        rejected: preConsulted > in pre-consultation; submitted > submitted
        withdrawn: preConsulted > in pre-consultation; submitted > submitted
        lapsed by dissolution: preConsulted > in pre-consultation; submitted > submitted
        revoked: preConsulted > in pre-consultation; submitted > submitted
        """;

    private const string Asked = """
        submitted: referred > in committee; scheduled > scheduled; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        in committee: scheduled > scheduled; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        scheduled: scheduled > scheduled; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        """;

    // The mandates of these tables let the government extend nothing.
    private const string Given = """
        approved: submitted > approved, renewal requested; revoked > revoked
        approved, renewal requested: referred > approved, renewal in committee; scheduled > approved, renewal scheduled; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        approved, renewal in committee: scheduled > approved, renewal scheduled; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        approved, renewal scheduled: scheduled > approved, renewal scheduled; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        """;

    // Where silence is consent, it may be broken once, however far the request has come.
    private const string AskedInSilence = """
        submitted: referred > in committee; scheduled > scheduled; objected > submitted, objected to; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        in committee: scheduled > scheduled; objected > in committee, objected to; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        scheduled: scheduled > scheduled; objected > scheduled, objected to; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        submitted, objected to: referred > in committee, objected to; scheduled > scheduled, objected to; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        in committee, objected to: scheduled > scheduled, objected to; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        scheduled, objected to: scheduled > scheduled, objected to; approved > approved; rejected > rejected; withdrawn > withdrawn; lapsed > lapsed by dissolution
        """;

    private const string GivenInSilence = """
        approved: submitted > approved, renewal requested; revoked > revoked
        approved, renewal requested: referred > approved, renewal in committee; scheduled > approved, renewal scheduled; objected > approved, renewal submitted, objected to; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        approved, renewal in committee: scheduled > approved, renewal scheduled; objected > approved, renewal in committee, objected to; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        approved, renewal scheduled: scheduled > approved, renewal scheduled; objected > approved, renewal scheduled, objected to; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        approved, renewal submitted, objected to: referred > approved, renewal in committee, objected to; scheduled > approved, renewal scheduled, objected to; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        approved, renewal in committee, objected to: scheduled > approved, renewal scheduled, objected to; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        approved, renewal scheduled, objected to: scheduled > approved, renewal scheduled, objected to; approved > approved; rejected > approved; withdrawn > approved; lapsed > approved; revoked > revoked
        """;

    private const string NotRequired = """
        not required: approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        supported by a vote that does not bind: approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        opposed by a vote that does not bind: approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        """;

    private const string InformationOnly = """
        not informed: begun > not informed [begun]; informed > informed
        not informed [begun]: informed > informed
        informed: begun > informed; informed > informed; approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        supported by a vote that does not bind: begun > supported by a vote that does not bind; informed > supported by a vote that does not bind; approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        opposed by a vote that does not bind: begun > opposed by a vote that does not bind; informed > opposed by a vote that does not bind; approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        """;

    private const string Consultation = """
        not consulted: consulted > consulted
        consulted: consulted > consulted; approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        supported by a vote that does not bind: consulted > supported by a vote that does not bind; approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        opposed by a vote that does not bind: consulted > opposed by a vote that does not bind; approved > supported by a vote that does not bind; rejected > opposed by a vote that does not bind
        """;

    private const string ExecutiveAction = """
        may act first: begun > acting without consent; informed > may act first [informed]; submitted > may act first, consent submitted
        may act first [informed]: informed > may act first [informed]; begun > acting without consent [informed]; submitted > may act first, consent submitted [informed]
        may act first, consent submitted: begun > acting without consent, consent submitted; informed > may act first, consent submitted [informed]; referred > may act first, consent in committee; scheduled > may act first, consent scheduled; approved > approved; rejected > rejected; withdrawn > may act first; lapsed > may act first
        may act first, consent submitted [informed]: informed > may act first, consent submitted [informed]; begun > acting without consent, consent submitted [informed]; referred > may act first, consent in committee [informed]; scheduled > may act first, consent scheduled [informed]; approved > approved; rejected > rejected; withdrawn > may act first [informed]; lapsed > may act first [informed]
        may act first, consent in committee: begun > acting without consent, consent in committee; informed > may act first, consent in committee [informed]; scheduled > may act first, consent scheduled; approved > approved; rejected > rejected; withdrawn > may act first; lapsed > may act first
        may act first, consent in committee [informed]: informed > may act first, consent in committee [informed]; begun > acting without consent, consent in committee [informed]; scheduled > may act first, consent scheduled [informed]; approved > approved; rejected > rejected; withdrawn > may act first [informed]; lapsed > may act first [informed]
        may act first, consent scheduled: scheduled > may act first, consent scheduled; begun > acting without consent, consent scheduled; informed > may act first, consent scheduled [informed]; approved > approved; rejected > rejected; withdrawn > may act first; lapsed > may act first
        may act first, consent scheduled [informed]: scheduled > may act first, consent scheduled [informed]; informed > may act first, consent scheduled [informed]; begun > acting without consent, consent scheduled [informed]; approved > approved; rejected > rejected; withdrawn > may act first [informed]; lapsed > may act first [informed]
        acting without consent: informed > acting without consent [informed]; submitted > acting without consent, consent submitted
        acting without consent [informed]: informed > acting without consent [informed]; submitted > acting without consent, consent submitted [informed]
        acting without consent, consent submitted: informed > acting without consent, consent submitted [informed]; referred > acting without consent, consent in committee; scheduled > acting without consent, consent scheduled; approved > approved; rejected > must terminate; withdrawn > acting without consent; lapsed > acting without consent
        acting without consent, consent submitted [informed]: informed > acting without consent, consent submitted [informed]; referred > acting without consent, consent in committee [informed]; scheduled > acting without consent, consent scheduled [informed]; approved > approved; rejected > must terminate; withdrawn > acting without consent [informed]; lapsed > acting without consent [informed]
        acting without consent, consent in committee: informed > acting without consent, consent in committee [informed]; scheduled > acting without consent, consent scheduled; approved > approved; rejected > must terminate; withdrawn > acting without consent; lapsed > acting without consent
        acting without consent, consent in committee [informed]: informed > acting without consent, consent in committee [informed]; scheduled > acting without consent, consent scheduled [informed]; approved > approved; rejected > must terminate; withdrawn > acting without consent [informed]; lapsed > acting without consent [informed]
        acting without consent, consent scheduled: scheduled > acting without consent, consent scheduled; informed > acting without consent, consent scheduled [informed]; approved > approved; rejected > must terminate; withdrawn > acting without consent; lapsed > acting without consent
        acting without consent, consent scheduled [informed]: scheduled > acting without consent, consent scheduled [informed]; informed > acting without consent, consent scheduled [informed]; approved > approved; rejected > must terminate; withdrawn > acting without consent [informed]; lapsed > acting without consent [informed]
        must terminate: preConsulted > in pre-consultation; submitted > submitted
        """;

    // Two bodies, A and B: "approved A!" overrides, [+A] has consented, [-B] has refused and can be overridden.
    private const string EachConsents = """
        not requested: submitted > submitted
        submitted: approved A > submitted [+A]; approved B > submitted [+B]; rejected A > rejected; rejected B > rejected; withdrawn > withdrawn
        submitted [+A]: approved B > approved; rejected B > rejected; withdrawn > withdrawn
        submitted [+B]: approved A > approved; rejected A > rejected; withdrawn > withdrawn
        """;

    private const string AMayOverride = """
        not requested: submitted > submitted
        submitted: approved A > submitted [+A]; approved B > submitted [+B]; rejected A > rejected; rejected B > submitted [-B]; withdrawn > withdrawn
        submitted [+A]: approved B > approved; rejected B > submitted [+A -B]; withdrawn > withdrawn
        submitted [+B]: approved A > approved; rejected A > rejected; withdrawn > withdrawn
        submitted [-B]: approved A! > approved; rejected A > rejected; rejected A! > rejected; withdrawn > withdrawn
        submitted [+A -B]: approved A! > approved; rejected A! > rejected; withdrawn > withdrawn
        """;

    private const string BothMayOverride = """
        not requested: submitted > submitted
        submitted: approved A > submitted [+A]; approved B > submitted [+B]; rejected A > submitted [-A]; rejected B > submitted [-B]; withdrawn > withdrawn
        submitted [+A]: approved B > approved; rejected B > submitted [+A -B]; withdrawn > withdrawn
        submitted [+B]: approved A > approved; rejected A > submitted [+B -A]; withdrawn > withdrawn
        submitted [-A]: approved B! > approved; rejected B > rejected; rejected B! > rejected; withdrawn > withdrawn
        submitted [-B]: approved A! > approved; rejected A > rejected; rejected A! > rejected; withdrawn > withdrawn
        submitted [+A -B]: approved A! > approved; rejected A! > rejected; withdrawn > withdrawn
        submitted [+B -A]: approved B! > approved; rejected B! > rejected; withdrawn > withdrawn
        """;

    internal static IEnumerable<string> OfBodies => ["each consents", "A may override", "both may override"];

    /// <summary>The table of a procedure, by state and act.</summary>
    internal static Dictionary<string, Dictionary<string, string>> Of(ApprovalProcedure procedure, bool silence = false, bool anyMayAnnul = false)
    {
        var table = Parse(procedure switch
        {
            ApprovalProcedure.PriorApproval or ApprovalProcedure.HostConsent => [NothingAsked, Asked, Given],
            ApprovalProcedure.CommitmentToVote =>
                [NothingAsked, Asked, Given, "committed to a vote: preConsulted > committed to a vote; submitted > submitted; withdrawn > withdrawn"],
            ApprovalProcedure.TacitApproval => [NothingAsked, AskedInSilence, GivenInSilence],
            ApprovalProcedure.ExPostApproval when silence => [NothingAsked, AskedInSilence, GivenInSilence, ExecutiveAction],
            ApprovalProcedure.ExPostApproval => [NothingAsked, Asked, Given, ExecutiveAction],
            ApprovalProcedure.InformationOnly => [InformationOnly],
            ApprovalProcedure.Consultation => [Consultation],
            ApprovalProcedure.NotRequired => [NotRequired],
            _ => ["prohibited:"],
        });
        foreach (var (state, row) in table)
        {
            if (procedure == ApprovalProcedure.CommitmentToVote && row.ContainsKey("preConsulted") && state != "committed to a vote")
            {
                row["committed"] = "committed to a vote";
            }

            if (anyMayAnnul && state.StartsWith("acting", StringComparison.Ordinal))
            {
                row["annulled"] = "must terminate";
            }

            if (silence && state.Contains(", consent ", StringComparison.Ordinal))
            {
                row["objected"] = row["rejected"];
            }
        }

        if (procedure == ApprovalProcedure.ExPostApproval)
        {
            table.Remove("not requested");
        }

        return table;
    }

    /// <summary>The table of two bodies.</summary>
    internal static Dictionary<string, Dictionary<string, string>> Of(string combination)
    {
        var table = Parse([combination switch
        {
            "each consents" => EachConsents,
            "A may override" => AMayOverride,
            _ => BothMayOverride,
        }]);
        table["approved"] = table["rejected"] = table["withdrawn"] = [];
        return table;
    }

    /// <summary>What a state is called in the tables.</summary>
    internal static string Label(ParliamentaryApprovalState state)
    {
        var motion = state switch
        {
            ParliamentaryApprovalState.Submitted submitted => submitted.Motion,
            ParliamentaryApprovalState.RenewalRequested renewal => renewal.Motion,
            ParliamentaryApprovalState.ExecutiveAction action => action.Motion,
            _ => null,
        };
        string[] more =
        [
            .. state is ParliamentaryApprovalState.NotInformed { Begun: not null } ? ["begun"] : Array.Empty<string>(),
            .. state is ParliamentaryApprovalState.ExecutiveAction { InformedOn: not null } ? ["informed"] : Array.Empty<string>(),
            .. motion is null ? [] : motion.ApprovedBy.Select(b => $"+{b}"),
            .. motion is null ? [] : motion.RefusedBy.Select(b => $"-{b}"),
        ];
        return state.Name + (more.Length == 0 ? "" : $" [{string.Join(' ', more)}]");
    }

    /// <summary>An act by its name, with the body that votes, and <c>!</c> where it overrides.</summary>
    internal static ApprovalAct Act(string name, LocalDate on)
    {
        var parts = name.Split(' ');
        var body = parts.Length > 1 ? parts[1].TrimEnd('!') : null;
        var overrides = name.EndsWith('!');
        return parts[0] switch
        {
            "committed" => new ApprovalAct.Committed { On = on },
            "preConsulted" => new ApprovalAct.PreConsulted { On = on },
            "informed" => new ApprovalAct.Informed { On = on },
            "consulted" => new ApprovalAct.Consulted { On = on },
            "begun" => new ApprovalAct.Begun { On = on },
            "submitted" => new ApprovalAct.Submitted { On = on },
            "referred" => new ApprovalAct.Referred { On = on },
            "scheduled" => new ApprovalAct.Scheduled { On = on },
            "approved" => new ApprovalAct.Approved { On = on, Body = body, Overrides = overrides },
            "rejected" => new ApprovalAct.Rejected { On = on, Body = body, Overrides = overrides },
            "objected" => new ApprovalAct.Objected { On = on },
            "annulled" => new ApprovalAct.Annulled { On = on, Body = body },
            "withdrawn" => new ApprovalAct.Withdrawn { On = on },
            "lapsed" => new ApprovalAct.Lapsed { On = on },
            "extended" => new ApprovalAct.Extended { On = on, Until = on.PlusDays(1) },
            "revoked" => new ApprovalAct.Revoked { On = on },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No act."),
        };
    }

    /// <summary>The shortest way to each state of a table.</summary>
    internal static Dictionary<string, string[]> Ways(Dictionary<string, Dictionary<string, string>> table, string initial)
    {
        var ways = new Dictionary<string, string[]> { [initial] = [] };
        var queue = new Queue<string>([initial]);
        while (queue.TryDequeue(out var state))
        {
            foreach (var (act, next) in table[state])
            {
                if (ways.TryAdd(next, [.. ways[state], act]))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return ways;
    }

    private static Dictionary<string, Dictionary<string, string>> Parse(string[] texts)
    {
        var table = new Dictionary<string, Dictionary<string, string>>();
        foreach (var line in texts.SelectMany(t => t.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var row = line.Split(':', 2, StringSplitOptions.TrimEntries);
            table.Add(row[0], row[1].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('>', StringSplitOptions.TrimEntries)).ToDictionary(c => c[0], c => c[1]));
        }

        return table;
    }
}
