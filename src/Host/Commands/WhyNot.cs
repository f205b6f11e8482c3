using Clientele.Segments;

namespace Clientele.Host.Commands;

/// <summary>What would let a client into a segment, or out of it.</summary>
internal static class WhyNot
{
    /// <summary>Asks about a segment given as <c>scheme.segment</c>, or by its own name where only one scheme has it.</summary>
    public static async Task<SegmentCounterfactual> AskAsync(Run run, Crm crm, Client client, string text, CancellationToken cancellationToken)
    {
        var found = crm.Catalogue.Schemes.Values.SelectMany(scheme => scheme.All.Select(segment => (Scheme: scheme.Name, Segment: segment.Name)))
            .Where(pair => pair.Segment == text || $"{pair.Scheme}.{pair.Segment}" == text).ToList();
        return found switch
        {
            [var one] => await crm.Explanations.WhyNotAsync(client.Id, one.Scheme, one.Segment, run.AsOf, cancellationToken).ConfigureAwait(false),
            [] => throw new ClienteleException(ErrorCodes.NotFound, run.Say($"No scheme has the segment '{text}'; list them with 'clientele segments list'.", $"没有名为“{text}”的细分；可用 clientele segments list 查看。")),
            _ => throw new ClienteleException(ErrorCodes.NotFound, run.Say($"'{text}' may be {string.Join(", ", found.Select(pair => $"{pair.Scheme}.{pair.Segment}"))}; give the whole name.", $"“{text}”可能是 {string.Join("、", found.Select(pair => $"{pair.Scheme}.{pair.Segment}"))}；请给出全名。")),
        };
    }

    public static async Task PrintAsync(Run run, SegmentCounterfactual asked)
    {
        await run.LineAsync().ConfigureAwait(false);
        var name = $"{run.Say(asked.Scheme.Title)} / {run.Say(asked.Segment.Title)}";
        await run.LineAsync(asked.IsMember
            ? run.Say($"To leave {name}, one of these alone suffices, the smallest first:", $"以下任一变化即可使客户离开 {name}，变化最小者在前：")
            : run.Say($"To enter {name}, one of these alone suffices, the smallest first:", $"以下任一变化即可使客户进入 {name}，变化最小者在前：")).ConfigureAwait(false);
        foreach (var change in asked.Changes)
        {
            await run.LineAsync($"  {run.Say(change.Text)}").ConfigureAwait(false);
        }

        if (asked.Refusal is { } refusal)
        {
            await run.LineAsync($"  {run.Say(refusal)}").ConfigureAwait(false);
        }
    }
}
