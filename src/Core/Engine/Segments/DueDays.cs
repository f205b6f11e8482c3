using Clientele.Measures;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>
/// The days on which the clients of a run have to be measured again although nothing happens to them: a window passes a fact, days since the last one reach what a rule compares them with,
/// a value holds no longer, or what is known to come comes. Until then the same facts give the same segments, so a run of another day leaves them alone.
/// </summary>
internal sealed class DueDays(DateOnly asOf)
{
    private readonly Dictionary<DateOnly, List<byte>> _ids = [];

    /// <param name="client">Who.</param>
    /// <param name="values">Its values.</param>
    /// <param name="steady">For how many days every scheme leaves it where it is.</param>
    public void Add(ClientId client, ClientValues values, int steady)
    {
        var days = Math.Min(steady < int.MaxValue ? steady + 1 : steady, values.NextDay == DateOnly.MaxValue ? int.MaxValue : values.NextDay.DayNumber - asOf.DayNumber);
        if (days > DateOnly.MaxValue.DayNumber - asOf.DayNumber)
        {
            return;
        }

        var day = asOf.AddDays(days);
        if (!_ids.TryGetValue(day, out var ids))
        {
            _ids.Add(day, ids = []);
        }

        ids.AddRange(client.Value.ToByteArray(bigEndian: true));
    }

    public async Task WriteAsync(StoreBatch batch, string reader, CancellationToken cancellationToken)
    {
        foreach (var (day, ids) in _ids.OrderBy(pair => pair.Key))
        {
            await batch.KeepDueAsync(reader, day, [.. ids], cancellationToken).ConfigureAwait(false);
        }
    }
}
