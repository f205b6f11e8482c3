using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary><c>clientele segments list</c>.</summary>
internal static class SegmentListing
{
    private sealed record Line(Scheme Scheme, Segment Segment, Treatment? Treatment);

    public static async Task<int> RunAsync(Run run, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        await run.ListAsync(
            new Listing<Line>(
                new("scheme", new("Scheme", "分类法"), line => line.Scheme.Name),
                new("title", new("Title", "标题"), line => run.Say(line.Scheme.Title)),
                new("segment", new("Segment", "细分"), line => line.Segment.Name),
                new("segment_title", new("Segment title", "细分标题"), line => run.Say(line.Segment.Title)),
                new("strategy", new("Strategy", "策略"), line => line.Treatment?.Strategy is { } strategy ? run.Say(strategy) : ""),
                new("source", new("Source", "出处"), line => line.Scheme.Source),
                new("description", new("Description", "说明"), line => line.Scheme.Description is { } text ? run.Say(text) : "")),
            [.. crm.Catalogue.Schemes.Values.SelectMany(scheme => scheme.All.Select(segment => new Line(scheme, segment, scheme.Treatments.GetValueOrDefault(segment.Name))))]).ConfigureAwait(false);
        return 0;
    }
}
