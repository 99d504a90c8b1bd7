using System.Text;
using Coalition;
using WhatIf.Models;

namespace WhatIf.Tests;

/// <summary>Which uploaded models are kept.</summary>
public sealed class ModelStoreTests
{
    private static readonly int Length = Read("a").Bytes;

    [Fact]
    public void Add_BeyondTheCount_DropsTheOneNotLookedAtForLongest()
    {
        var store = new ModelStore(2, long.MaxValue);
        Add(store, "a");
        Add(store, "b");
        Assert.True(store.TryGet("a", out _));

        Add(store, "c");

        Assert.Equal("a c", Kept(store));
    }

    [Fact]
    public void Add_BeyondTheBytes_DropsAsManyAsItTakes()
    {
        var store = new ModelStore(10, 2 * Length);
        Add(store, "a");
        Add(store, "b");

        store.Add("c", Read("c", 2 * Length));

        Assert.Equal("c", Kept(store));
    }

    [Fact]
    public void Add_OfAModelThatFitsNowhere_KeepsNothingOfIt()
    {
        var store = new ModelStore(10, Length);

        store.Add("c", Read("c", 2 * Length));

        Assert.Equal(0, store.Count);
    }

    [Fact]
    public void Add_OfAModelThatIsThere_CountsItOnce()
    {
        var store = new ModelStore(10, 2 * Length);
        Add(store, "a");
        Add(store, "a");

        Add(store, "b");

        Assert.Equal("a b", Kept(store));
    }

    private static void Add(ModelStore store, string key) => store.Add(key, Read(key));

    private static LoadedModel Read(string key, int length = 0) =>
        LoadedModel.Read(key, Encoding.UTF8.GetBytes("""{ "format": "coalition/1", "asOf": "2026-03-01" }""".PadRight(length)), CoalitionLimits.Default, CancellationToken.None);

    private static string Kept(ModelStore store) => string.Join(' ', new[] { "a", "b", "c" }.Where(k => store.TryGet(k, out _)));
}
