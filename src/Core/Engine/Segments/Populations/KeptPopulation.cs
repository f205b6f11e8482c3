using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>
/// The population of a scheme in memory, in the order of client ids, some seventy bytes a client. Stored in blocks of neighbouring ids, so that reading it takes
/// a hundredth of a second for a hundred thousand clients, and a run that changes a few clients writes the few blocks they are in.
/// </summary>
internal sealed class KeptPopulation
{
    private const int Blocks = 4096;

    private readonly HashSet<int> _touched = [];
    private List<KeptMember> _members;

    /// <param name="capacity">How many clients are expected.</param>
    public KeptPopulation(int capacity = 0) => _members = new(capacity);

    public int Count => _members.Count;

    public KeptMember this[int index] => _members[index];

    /// <summary>Whether anything is different from what was read.</summary>
    public bool IsChanged => _touched.Count > 0;

    public static async Task<KeptPopulation> ReadAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> blocks)
    {
        var population = new KeptPopulation();
        await foreach (var block in blocks.ConfigureAwait(false))
        {
            for (var at = 0; at < block.Length;)
            {
                population._members.Add(KeptMember.Read(block.Span[at..], out var length));
                at += length;
            }
        }

        return population;
    }

    /// <summary>Adds the next client of a pass over all.</summary>
    public void Add(KeptMember member)
    {
        _touched.Add(BlockOf(member.Client));
        _members.Add(member);
    }

    /// <summary>Brings measured clients to what was measured; <see langword="null"/> takes one out. They are in the order of ids.</summary>
    public void Merge(IReadOnlyList<(ClientId Client, KeptMember? Member)> measured)
    {
        var coming = new List<KeptMember>();
        var going = new HashSet<ClientId>();
        foreach (var (client, member) in measured)
        {
            var at = IndexOf(client);
            if (at < 0 ? member is null : _members[at] == member)
            {
                continue;
            }

            _touched.Add(BlockOf(client));
            if (at >= 0 && member is { } now)
            {
                _members[at] = now;
            }
            else if (member is { } newOne)
            {
                coming.Add(newOne);
            }
            else
            {
                going.Add(client);
            }
        }

        if (coming.Count + going.Count > 0)
        {
            _members = Merged(coming, going);
        }
    }

    private List<KeptMember> Merged(List<KeptMember> coming, HashSet<ClientId> going)
    {
        var merged = new List<KeptMember>(_members.Count + coming.Count);
        var next = 0;
        foreach (var member in _members)
        {
            while (next < coming.Count && coming[next].Client < member.Client)
            {
                merged.Add(coming[next++]);
            }

            if (!going.Contains(member.Client))
            {
                merged.Add(member);
            }
        }

        merged.AddRange(coming[next..]);
        return merged;
    }

    private int IndexOf(ClientId client)
    {
        var (low, high) = (0, _members.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (_members[middle].Client.CompareTo(client))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return -1;
    }

    public void Put(int index, short segment)
    {
        if (_members[index].Segment != segment)
        {
            _members[index] = _members[index] with { Segment = segment };
            _touched.Add(BlockOf(_members[index].Client));
        }
    }

    /// <summary>Writes the blocks that changed, or, after a pass over all, every block.</summary>
    public async Task WriteAsync(StoreBatch batch, string name, bool whole, CancellationToken cancellationToken)
    {
        if (whole)
        {
            await batch.ForgetBlocksAsync(name, cancellationToken).ConfigureAwait(false);
        }

        var buffer = Array.Empty<byte>();
        var at = 0;
        for (var block = 0; block < Blocks; block++)
        {
            var first = at;
            while (at < _members.Count && BlockOf(_members[at].Client) == block)
            {
                at++;
            }

            if (whole ? at > first : _touched.Contains(block))
            {
                buffer = buffer.Length < (at - first) * KeptMember.Most ? new byte[(at - first) * KeptMember.Most] : buffer;
                await batch.KeepBlockAsync(name, block, buffer[..Packed(first, at, buffer)], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private int Packed(int first, int end, byte[] into)
    {
        var length = 0;
        for (var index = first; index < end; index++)
        {
            length += _members[index].Write(into.AsSpan(length));
        }

        return length;
    }

    // The first twelve bits of the id, which the order of ids follows.
    private static int BlockOf(ClientId client)
    {
        Span<byte> id = stackalloc byte[16];
        client.Value.TryWriteBytes(id, bigEndian: true, out _);
        return (id[0] << 4) | (id[1] >> 4);
    }
}
