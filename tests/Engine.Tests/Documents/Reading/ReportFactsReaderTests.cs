using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class ReportFactsReaderTests
{
    [Fact]
    public async Task A_report_adds_up_its_scheme_s_population_and_ranks_the_first_of_it()
    {
        await using var firm = await SmallFirm.OpenAsync();

        var facts = await ReadAsync(firm);

        // The fifth client is in no segment: neither it nor its sale of 100 is in the report.
        Assert.Equal((4, 8, 2, 1400m), (facts.Totals.Clients, facts.Totals.Touchpoints, facts.Totals.Matters, facts.Totals.Value));
        Assert.Equal([("large", 1, 500m), ("small", 3, 900m)], facts.Segments.Select(segment => (segment.Segment.Name, (int)segment.Count, segment.Value)));
        Assert.Equal([(1, "Client 1", 500m, 500m), (2, "Client 2", 400m, 900m)], facts.Clients.Select(row => (row.Rank, row.Client.Name, row.Value!.Value, row.CumulativeValue)));
        Assert.Equal((new DateOnly(2026, 2, 3), "周伟", "大客户"), (facts.Clients[0].LastTouchOn!.Value, facts.Clients[0].Owner, facts.Clients[0].SegmentTitle!.Zh));
        Assert.Equal(3, facts.Concentration!.CountFor80);
        Assert.True(facts.Invented);
    }

    [Fact]
    public async Task A_report_shows_twelve_months_the_open_matters_first_and_what_is_due()
    {
        await using var firm = await SmallFirm.OpenAsync();

        var facts = await ReadAsync(firm);

        Assert.Equal(12, facts.Months.Count);
        Assert.Equal(new ReportMonth(new(2025, 4, 1), 0, 0), facts.Months[0]);
        Assert.Equal(new ReportMonth(new(2025, 7, 1), 1, 1000), facts.Months[3]);
        // Sales on 10 March of client 2, 10 January of client 3; 10 February of clients 1 and 4, and the visit.
        Assert.Equal([new(new(2026, 1, 1), 2, 300), new(new(2026, 2, 1), 3, 700), new ReportMonth(new(2026, 3, 1), 1, 400)], facts.Months.Skip(9));
        Assert.Equal([("open", 1), ("built", 1)], facts.Stages.Select(stage => (stage.Stage.Name, (int)stage.Count)));
        Assert.Equal(["Quay 1", "Quay 2"], facts.Matters.Select(matter => matter.Facts.Matter.Title));
        Assert.Equal((1, "Client 1", "回访"), ((int)facts.Totals.FollowUps, Assert.Single(facts.FollowUps).ClientName, facts.FollowUps[0].PolicyTitle.Zh));
    }

    private static async Task<ReportFacts> ReadAsync(SmallFirm firm)
    {
        var values = Enumerable.Range(1, 5).Select(client => KeyValuePair.Create(SmallFirm.Id(client), 600m - client * 100)).OrderBy(pair => pair.Key);
        return await new ReportFactsReader(firm.Store, firm.Catalogue).ReadAsync(firm.Catalogue.Reports["site.report"], SmallFirm.AsOf, SmallFirm.Firm, values.ToAsyncEnumerable());
    }
}
