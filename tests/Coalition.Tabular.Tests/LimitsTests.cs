using System.Text;
using Coalition.Tests.Generators;
using Coalition.Tests.Properties;

namespace Coalition.Tabular.Tests;

public class LimitsTests
{
    [Fact]
    public void Read_TablesOfMoreBytesTogether_AreRefused()
    {
        string[] problem = ["pledges.csv, claims.csv, stages.csv, acts.csv: found more than 400 bytes together; expected at most 400 bytes, the limit in force."];
        var limits = new CoalitionLimits { MaxBytes = 400 };

        Assert.Equal(problem, Tables.Problems(Tables.OfModel, limits));
        Assert.Equal(problem, Tables.Problems(() => CoalitionCsv.Read(Tables.Model, Tables.Open(Tables.OfModel), limits)));
        Assert.Equal(problem, Tables.Problems(() => CoalitionCsv.Read(Tables.Model, _ => new Endless(), limits)));
    }

    [Fact]
    public void Read_TablesOfAsManyBytesAsTheLimit_AreRead()
    {
        string[] texts = [Tables.OfModel.Pledges, Tables.OfModel.Claims, Tables.OfModel.Stages, Tables.OfModel.Acts];
        var bytes = texts.Sum(Encoding.UTF8.GetByteCount);

        Assert.Empty(Tables.Problems(Tables.OfModel, new CoalitionLimits { MaxBytes = bytes }));
        Assert.NotEmpty(Tables.Problems(Tables.OfModel, new CoalitionLimits { MaxBytes = bytes - 1 }));
    }

    [Fact]
    public void Read_MorePledgesThanTheLimit_AreRefusedAtTheFirstBeyond() => Assert.Equal(
        ["pledges.csv row 3: found a further row; expected at most 1 rows, the limit in force."], Tables.Problems(Tables.OfModel, new CoalitionLimits { MaxPledges = 1 }));

    [Fact]
    public void Read_MoreClaimsOfAPledgeThanTheLimit_AreToldByTheirRow() => Assert.Contains(
        "claims.csv row 5: found entry number 4; expected at most 3 entries, the limit in force.",
        Tables.Problems(
            Tables.OfModel with { Claims = Tables.ClaimsHeader + string.Concat(Enumerable.Repeat("xa-land,1\r\n", 5)) }, new CoalitionLimits { MaxEntries = 3 }));

    [Fact]
    public void Read_MoreProblemsThanTheLimit_AreCounted()
    {
        var claims = Tables.ClaimsHeader + string.Concat(Enumerable.Repeat("xa-land,x\r\nxa-sea,1\r\n", 50));

        var invalid = Assert.Throws<CoalitionModelException>(() => CoalitionCsv.Read(Tables.Model, Tables.OfModel with { Claims = claims }, new CoalitionLimits { MaxProblems = 60 }));

        Assert.Equal((60, 40), (invalid.Problems.Length, invalid.NotListed));
    }

    [Fact]
    public void Read_ACellOfManyMegabytes_GivesTheOneError()
    {
        var huge = new string('9', 20_000_000);

        Assert.Equal(
            [$"claims.csv row 2, column to: found {new string('9', 100)}; expected a whole number from 0 to 9223372036854775807."],
            Tables.Problems(Tables.With("claims", "800", huge)));
        Assert.Single(Tables.Problems(Tables.With("claims", "800", "\"" + huge)));
        Assert.Single(Tables.Problems(Tables.With("claims", "note\r\n", $"note,{huge}\r\n")));
    }

    [Fact]
    public void Read_SeparatorsAlone_GiveTheOneError() =>
        Assert.Equal(
            ["claims.csv row 1: found no column 'pledge'; expected a header row with pledge, and any of from, to, published, source, note."],
            Tables.Problems(Tables.OfModel with { Claims = new string(',', 40_000_000) }));

    [Fact]
    public void Read_Cancelled_EndsEarly() =>
        Assert.Throws<OperationCanceledException>(() => CoalitionCsv.Read(Tables.Model, Tables.OfModel, cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Read_CancelledBefore_OpensNoFile() => Assert.Throws<OperationCanceledException>(() => CoalitionCsv.Read(
        Tables.Model, file => throw new InvalidOperationException(file), cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Read_CancelledWithinAFile_ReadsNoFurtherFile()
    {
        using var cancel = new CancellationTokenSource();
        var opened = new List<string>();

        Assert.Throws<OperationCanceledException>(() => CoalitionCsv.Read(
            Tables.Model,
            file =>
            {
                opened.Add(file);
                if (file == "claims.csv")
                {
                    cancel.Cancel();
                }

                return Tables.Open(Tables.OfModel)(file);
            },
            cancellation: cancel.Token));
        Assert.Equal(["pledges.csv", "claims.csv"], opened);
    }

    [Fact]
    public void Read_CancelledWhenTheLastFileIsRead_EndsEarly()
    {
        using var cancel = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => CoalitionCsv.Read(Tables.Model, file => new Closing(Tables.Open(Tables.OfModel)(file), () => Cancel(file)), cancellation: cancel.Token));

        void Cancel(string file)
        {
            if (file == "acts.csv")
            {
                cancel.Cancel();
            }
        }
    }

    [Fact]
    public void Read_TablesWithBytesChanged_GiveAModelOrTheOneException()
    {
        var draw = new Draw(Draws.Seed);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 1_000; i++)
        {
            try
            {
                CoalitionCsv.Read(Tables.Model, file =>
                {
                    using var whole = (MemoryStream)Tables.Open(Tables.OfModel)(file);
                    var bytes = whole.ToArray().ToList();
                    for (var change = draw.Int(-3, 2); change > 0; change--)
                    {
                        var at = draw.Int(0, bytes.Count - 1);
                        bytes.RemoveRange(at, Math.Min(draw.Int(0, 3), bytes.Count - at));
                        bytes.InsertRange(at, Enumerable.Range(0, draw.Int(0, 2)).Select(_ => draw.Chance(50) ? (byte)draw.Int(0, 255) : (byte)draw.Among('"', ',', ';', '\r', '\n', '\'', '=')));
                    }

                    return new MemoryStream([.. bytes]);
                });
                read++;
            }
            catch (CoalitionModelException)
            {
                refused++;
            }
        }

        Assert.True(read > 100 && refused > 300, $"{read} read, {refused} refused");
    }

    /// <summary>A stream that never ends and does not know its length.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>The bytes of a stream, with something to do when they are closed.</summary>
    private sealed class Closing : MemoryStream
    {
        private readonly Action close;

        internal Closing(Stream bytes, Action close)
        {
            bytes.CopyTo(this);
            Position = 0;
            this.close = close;
        }

        protected override void Dispose(bool disposing)
        {
            close();
            base.Dispose(disposing);
        }
    }
}
