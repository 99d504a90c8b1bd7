using System.Text;
using Coalition.Json;
using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Json;

/// <summary>Whatever the bytes, reading gives a model or the one documented exception.</summary>
public class HostileBytesTests
{
    private const int Seed = 20260110;

    [Fact]
    public void Read_TruncatedAtEveryPosition_OneException()
    {
        var text = Encoding.UTF8.GetBytes(CoalitionJson.Write(Everything.Model));
        for (var length = 0; length < text.Length - 2; length++)
        {
            var problem = Assert.Single(Assert.Throws<CoalitionModelException>(() => CoalitionJson.Read(text.AsSpan(0, length))).Problems);
            Assert.True(length == 0 || problem.Found.StartsWith("text that is not JSON", StringComparison.Ordinal), problem.ToString());
        }
    }

    [Theory]
    [InlineData("illustrative.json", 1_000)]
    [InlineData("paris-2026.json", 200)]
    [InlineData(null, 2_000)]
    public void Read_MutatedBytes_ModelOrOneException(string? sample, int rounds)
    {
        var original = sample is null ? Encoding.UTF8.GetBytes(CoalitionJson.Write(Everything.Model)) : File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "ParisSummit", sample));
        var random = new Random(Seed);
        var refused = 0;
        for (var round = 0; round < rounds; round++)
        {
            var bytes = original.ToList();
            for (var mutations = random.Next(1, 4); mutations > 0; mutations--)
            {
                Mutate(bytes, random);
            }

            refused += IsModel([.. bytes], $"round {round}") ? 0 : 1;
        }

        // Both happen: a change within a title leaves a model.
        Assert.InRange(refused, 1, rounds - 1);
    }

    [Fact]
    public void Read_EachByteReplacedByStructure_ModelOrOneException()
    {
        var original = Encoding.UTF8.GetBytes(Given.Text("\"pledges\": { \"p\": { \"nation\": \"FR\", \"support\": \"land\", \"stage\": \"firm\", \"amount\": [{ \"from\": 1, \"to\": 2 }] } }"));
        for (var at = 0; at < original.Length; at++)
        {
            foreach (var with in "{}[]\",:0-\\u/\0\u007f"u8)
            {
                byte[] bytes = [.. original];
                bytes[at] = with;
                IsModel(bytes, $"byte {at} as {with}");
            }
        }
    }

    private static void Mutate(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 12), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - 20), random.Next(1, 20)));
                break;
            case 3:
                bytes[at] = (byte)random.Next(256);
                break;
            case 4:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at == bytes.Count ? 0 : bytes.Count - at);
                break;
        }
    }

    private static readonly byte[][] Pieces =
    [
        .. new[] { "null", "{}", "[]", "\"\"", "-1", "1e999", "99999999999999999999", "\\ud800", "\\u0000", "true", ",", "\"x\":", "[[[[[[[[", "{\"allOf\":[", "P-1D", "9999-12-31" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    private static bool IsModel(byte[] bytes, string what)
    {
        try
        {
            var model = CoalitionJson.Read(bytes);

            // Whatever is read is written and read again as the same, and the schema takes it too.
            Assert.Equal(model, CoalitionJson.Read(CoalitionJson.Write(model)));
            Assert.True(SchemaTests.IsValid(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')), what);
            return true;
        }
        catch (CoalitionModelException refused)
        {
            Assert.All(refused.Problems, p => Assert.StartsWith("$", p.Path, StringComparison.Ordinal));
            return false;
        }
        catch (Exception other) when (other is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {other}");
            throw;
        }
    }
}
