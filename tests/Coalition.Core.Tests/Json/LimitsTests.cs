using System.Text;
using Coalition.Json;
using Coalition.Requirements;
using Coalition.Sufficiency;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Json;

/// <summary>What is too large is refused before memory is spent on it.</summary>
public class LimitsTests
{
    private const long Mega = 1024 * 1024;

    [Fact]
    public void Read_TwoHundredMegabytesThatSaySo_RefusedUnread()
    {
        using var garbage = new Garbage(200 * Mega, canSeek: true);

        Assert.Equal(
            "$: found more than 67108864 bytes; expected at most 67108864 bytes, the limit in force.", Given.Problems(() => CoalitionJson.Read(garbage)));
        Assert.Equal(0, garbage.Position);
    }

    [Fact]
    public void Read_TwoHundredMegabytesThatDoNotSaySo_ReadJustBeyondTheLimit()
    {
        using var garbage = new Garbage(200 * Mega, canSeek: false);
        var limits = new CoalitionLimits { MaxBytes = (int)(4 * Mega) };
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(
            "$: found more than 4194304 bytes; expected at most 4194304 bytes, the limit in force.", Given.Problems(() => CoalitionJson.Read(garbage, limits)));
        Assert.InRange(garbage.Served, limits.MaxBytes + 1, limits.MaxBytes + Mega * 5);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6 * limits.MaxBytes);
    }

    [Fact]
    public void Read_GarbageWithinTheLimit_IsNoJson()
    {
        using var garbage = new Garbage(3 * Mega, canSeek: false);

        Assert.Equal(
            "$: found text that is not JSON at line 1, byte 1; expected well-formed JSON: 'x' is an invalid start of a value.",
            Given.Problems(() => CoalitionJson.Read(garbage)));
    }

    [Fact]
    public void Read_BytesAtTheLimit_AllowedAndOneMoreNot()
    {
        const string Text = "{\"format\":\"coalition/1\",\"asOf\":\"2026-01-10\",\"title\":\"é\"}";
        var bytes = Encoding.UTF8.GetBytes(Text);
        var enough = new CoalitionLimits { MaxBytes = bytes.Length };
        var less = new CoalitionLimits { MaxBytes = bytes.Length - 1 };
        var expected = $"$: found more than {less.MaxBytes} bytes; expected at most {less.MaxBytes} bytes, the limit in force.";

        Assert.Equal("é", CoalitionJson.Read(bytes, enough).Draft.Title);
        Assert.Equal("é", CoalitionJson.Read(Text, enough).Draft.Title);
        Assert.Equal("é", CoalitionJson.Read(new MemoryStream(bytes), enough).Draft.Title);
        Assert.Equal(expected, Given.Problems(() => CoalitionJson.Read(bytes, less)));
        Assert.Equal(expected, Given.Problems(() => CoalitionJson.Read(Text, less)));
        Assert.Equal(expected, Given.Problems(() => CoalitionJson.Read(new MemoryStream(bytes), less)));
        Assert.Equal(expected, Given.Problems(() => CoalitionJson.Read(Text, new CoalitionLimits { MaxBytes = bytes.Length - 1 })));
    }

    [Fact]
    public void Read_StreamFromItsMiddleAndInPieces_ReadsTheRest()
    {
        var bytes = Encoding.UTF8.GetBytes("garbage{\"format\":\"coalition/1\",\"asOf\":\"2026-01-10\"}");
        using var stream = new MemoryStream(bytes) { Position = 7 };
        using var pieces = new InPieces(bytes[7..]);

        Assert.Equal(Given.AsOf, CoalitionJson.Read(stream).AsOf);
        Assert.Equal(Given.AsOf, CoalitionJson.Read(pieces).AsOf);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Read_Null_Refused()
    {
        Assert.Throws<ArgumentNullException>("json", () => CoalitionJson.Read((string)null!));
        Assert.Throws<ArgumentNullException>("utf8Json", () => CoalitionJson.Read((Stream)null!));
        Assert.Throws<ArgumentNullException>("model", () => CoalitionJson.Write((CoalitionModel)null!));
        Assert.Throws<ArgumentNullException>("model", () => CoalitionJson.Write((CoalitionModel)null!, Stream.Null));
        Assert.Throws<ArgumentNullException>("utf8Json", () => CoalitionJson.Write(Everything.Model, null!));
        Assert.Throws<ArgumentNullException>("report", () => CoalitionJson.Write((SufficiencyReport)null!));
    }

    [Fact]
    public void Read_MoreEntriesThanTheLimit_ReportedOnceForEachList()
    {
        var limits = new CoalitionLimits { MaxEntries = 1, MaxPledges = 2 };
        var text = Given.Text(
            """
            "nations": { "FR": { "name": "France" }, "DE": { "name": "Germany" }, "PL": { "name": "Poland" } },
            "circumstances": { "c": { "title": "x" }, "d": { "title": "x" }, "e": { "title": 1 } },
            "pledges": {
              "p": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 1 }, { "from": 2 }, { "from": 3 }], "needs": ["a", "b"] },
              "q": { "nation": "FR", "support": "land", "stage": "firm" }, "r": 1
            },
            "approvals": {
              "a": {
                "nation": "FR", "procedure": "priorApproval",
                "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "land": 1, "air": 1 }, "zones": ["rear", "sea"] } }]
              }
            },
            "guarantees": { "g": { "pillar": "other", "beneficiary": "FR", "standards": { "s": { "requires": { "allOf": ["always", "always"] } }, "t": 1 } } }
            """);

        Assert.Equal(
            """
            $.nations.DE: found entry number 2; expected at most 1 entries, the limit in force.
            $.circumstances.d: found entry number 2; expected at most 1 entries, the limit in force.
            $.pledges.p.amount[1]: found entry number 2; expected at most 1 entries, the limit in force.
            $.pledges.p.needs[1]: found entry number 2; expected at most 1 entries, the limit in force.
            $.pledges.r: found entry number 3; expected at most 2 entries, the limit in force.
            $.approvals.a.acts[0].mandate.ceilings.air: found entry number 2; expected at most 1 entries, the limit in force.
            $.approvals.a.acts[0].mandate.zones[1]: found entry number 2; expected at most 1 entries, the limit in force.
            $.guarantees.g.standards.s.requires.allOf[1]: found entry number 2; expected at most 1 entries, the limit in force.
            $.guarantees.g.standards.t: found entry number 2; expected at most 1 entries, the limit in force.
            """,
            string.Join('\n', Given.Problems(text, limits).Split('\n').Where(p => p.Contains("the limit in force", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(32, 32, true)]
    [InlineData(33, 32, false)]
    [InlineData(35, 32, false)]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(128, 128, true)]
    [InlineData(129, 128, false)]
    [InlineData(132, 128, false)]
    public void Read_RequirementDeeperThanTheLimit_RefusedByItsLevels(int levels, int limit, bool isAllowed)
    {
        // The last level is a total whose filter is an object with a list: the deepest that a level can be.
        var (open, close) = (string.Concat(Enumerable.Repeat("{\"allOf\":[", levels - 1)), string.Concat(Enumerable.Repeat("]}", levels - 1)));
        var requirement = open + (levels > limit + 1 ? "\"always\"" : "{\"total\":{\"support\":[\"land\"]},\"atLeast\":1}") + close;
        var limits = new CoalitionLimits { MaxDepth = limit };
        foreach (var (text, place) in new[]
        {
            (Given.Text($"\"approvals\": {{ \"a\": {{ \"nation\": \"FR\", \"procedure\": \"priorApproval\", \"acts\": [{{ \"act\": \"submitted\", \"on\": \"2026-01-01\", \"mandate\": {{ \"condition\": {requirement} }} }}] }} }}"), "$.approvals.a.acts[0].mandate.condition"),
            (Given.Text($"\"guarantees\": {{ \"g\": {{ \"pillar\": \"other\", \"beneficiary\": \"UA\", \"standards\": {{ \"s\": {{ \"requires\": {requirement} }} }} }} }}"), "$.guarantees.g.standards.s.requires"),
            (Given.Text($"\"pledges\": {{ \"p\": {{ \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\", \"condition\": {requirement} }} }}"), "$.pledges.p.condition"),
        })
        {
            if (isAllowed)
            {
                Assert.NotNull(CoalitionJson.Read(text, limits));
            }
            else
            {
                Assert.Matches(
                    $@"^{System.Text.RegularExpressions.Regex.Escape(place)}[^:]*: found (a requirement of {levels} levels; expected at most {limit}, the limit in force|more than \d+ levels of nesting at line \d+, byte \d+; expected no deeper nesting, the limit in force)\.$",
                    Given.Problems(text, limits));
            }
        }
    }

    [Fact]
    public void Evaluate_DeepestStandards_DoNotExhaustTheStack()
    {
        // Sixteen standards of eight levels each, every one referring to the next: 128 levels together.
        const int Most = 16;
        const int Levels = 8;
        var limits = new CoalitionLimits { MaxDepth = Most * Levels };
        static Requirement Nest(Requirement inner)
        {
            for (var i = 1; i < Levels; i++)
            {
                inner = new Requirement.AllOf(inner);
            }

            return inner;
        }

        static CoalitionDraft Chain(int length) => Given.Draft with
        {
            Guarantees =
            [
                .. Enumerable.Range(0, length).Select(i => Given.Guarantee(
                    $"g{i}", ("s", Nest(i == length - 1 ? new Requirement.Holds("ceasefire") : new Requirement.Met($"g{i + 1}", "s"))))),
            ],
        };

        var model = CoalitionModel.Create(Chain(Most), limits);
        Assert.Equal(
            "$.guarantees: found standards that refer to each other, 136 levels deep together; expected at most 128, the limit in force.",
            Given.Problems(Chain(Most + 1), limits));

        Assert.Equal(Verdict.Contingent, model.On("2026-01-10")["g0", "s"].Verdict);
        Assert.Equal(["circumstance:ceasefire"], model.On("2026-01-10")["g0", "s"].OpenMatters.Select(m => m.ToString()));
        Assert.Equal(model, CoalitionJson.Read(CoalitionJson.Write(model), limits));
        Assert.NotEmpty(CoalitionJson.Write(model.On("2026-01-10")));
    }

    [Fact]
    public void Read_MoreProblemsThanTheLimit_ListedUpToItAndCounted()
    {
        var text = Given.Text($"\"circumstances\": {{ {string.Join(", ", Enumerable.Range(0, 10).Select(i => $"\"c{i}\": {{}}"))} }}");
        var thrown = Assert.Throws<CoalitionModelException>(() => CoalitionJson.Read(text, new CoalitionLimits { MaxProblems = 2 }));

        Assert.Equal(2, thrown.Problems.Length);
        Assert.Equal(8, thrown.NotListed);
        Assert.Equal(
            """
            The model has 10 problems:
              $.circumstances.c0: found no 'title'; expected text: what holds when it holds.
              $.circumstances.c1: found no 'title'; expected text: what holds when it holds.
              … and 8 more.
            """,
            thrown.Message);
    }

    [Fact]
    public void Read_ProblemsByTheLimit_EachListed()
    {
        var text = Given.Text("\"circumstances\": { \"c\": {}, \"d\": {} }");
        var thrown = Assert.Throws<CoalitionModelException>(() => CoalitionJson.Read(text, new CoalitionLimits { MaxProblems = 2 }));

        Assert.Equal(0, thrown.NotListed);
        Assert.EndsWith("expected text: what holds when it holds.", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Limits_BelowOne_Refused(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>("MaxBytes", () => new CoalitionLimits { MaxBytes = value });
        Assert.Throws<ArgumentOutOfRangeException>("MaxPledges", () => new CoalitionLimits { MaxPledges = value });
        Assert.Throws<ArgumentOutOfRangeException>("MaxEntries", () => new CoalitionLimits { MaxEntries = value });
        Assert.Throws<ArgumentOutOfRangeException>("MaxProblems", () => new CoalitionLimits { MaxProblems = value });
        var thrown = Assert.Throws<ArgumentOutOfRangeException>("MaxDepth", () => new CoalitionLimits { MaxDepth = value });
        Assert.StartsWith("Expected a number from 1 to 128.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_DepthBeyondTheStack_Refused() => Assert.Throws<ArgumentOutOfRangeException>("MaxDepth", () => new CoalitionLimits { MaxDepth = 129 });

    [Fact]
    public void Limits_Default_AsDocumented() => Assert.Equal(
        (64 * 1024 * 1024, 250_000, 10_000, 10_000_000, 32, 1_000),
        (CoalitionLimits.Default.MaxBytes, CoalitionLimits.Default.MaxPledges, CoalitionLimits.Default.MaxEntries, CoalitionLimits.Default.MaxTerms,
         CoalitionLimits.Default.MaxDepth, CoalitionLimits.Default.MaxProblems));

    [Fact]
    public void Limits_OfAModel_HoldForWhatIsAddedToIt()
    {
        var model = CoalitionModel.Create(Given.Draft with { Pledges = [Given.Pledge("p", Given.FR)] }, new CoalitionLimits { MaxPledges = 1 });

        Assert.Equal(
            "$.pledges: found 2 entries; expected at most 1, the limit in force.", Given.Problems(() => model.AddPledge(Given.Pledge("q", Given.FR))));
    }

    /// <summary>So many bytes of the letter x, made up as they are read.</summary>
    private sealed class Garbage(long length, bool canSeek) : Stream
    {
        internal long Served { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => canSeek;

        public override bool CanWrite => false;

        public override long Length => canSeek ? length : throw new NotSupportedException();

        public override long Position { get => Served; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Served);
            buffer[..count].Fill((byte)'x');
            Served += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Serves one byte at a time.</summary>
    private sealed class InPieces(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
