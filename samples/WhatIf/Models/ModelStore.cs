using System.Diagnostics.CodeAnalysis;

namespace WhatIf.Models;

/// <summary>Keeps uploaded models in memory: so many and so many bytes at most; the one not looked at for longest goes first. Safe to use from any thread.</summary>
/// <remarks>A general cache evicts later and in another order than its limit says; here the limit must hold at each moment.</remarks>
/// <param name="mostModels">How many models, at least one.</param>
/// <param name="mostBytes">How many bytes their files may have together; a file that is larger by itself is not kept.</param>
internal sealed class ModelStore(int mostModels, long mostBytes)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<LoadedModel>> byKey = [];

    // The first was looked at last.
    private readonly LinkedList<LoadedModel> byUse = new();
    private long bytes;

    internal int Count
    {
        get
        {
            lock (gate)
            {
                return byKey.Count;
            }
        }
    }

    internal bool TryGet(string key, [NotNullWhen(true)] out LoadedModel? model)
    {
        lock (gate)
        {
            model = byKey.TryGetValue(key, out var node) ? node.Value : null;
            if (node is not null)
            {
                byUse.Remove(node);
                byUse.AddFirst(node);
            }

            return model is not null;
        }
    }

    internal void Add(string key, LoadedModel model)
    {
        lock (gate)
        {
            if (!byKey.TryAdd(key, new LinkedListNode<LoadedModel>(model)))
            {
                return;
            }

            byUse.AddFirst(byKey[key]);
            bytes += model.Bytes;
            while (byKey.Count > mostModels || bytes > mostBytes)
            {
                var last = byUse.Last!.Value;
                byUse.RemoveLast();
                byKey.Remove(last.Key!);
                bytes -= last.Bytes;
            }
        }
    }
}
