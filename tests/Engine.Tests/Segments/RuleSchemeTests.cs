using Clientele.Templating;

namespace Clientele.Engine.Tests.Segments;

public sealed class RuleSchemeTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    private static readonly RuleScheme Size = new()
    {
        Name = "firm.size", Title = new("Size", "规模"),
        Rules =
        [
            new("key", new("Key", "重点"), "core.sales_12m >= 100 && core.recency <= 90"),
            new("ordinary", new("Ordinary", "普通"), "core.sales_12m > 0"),
            new("quiet", new("Quiet", "沉默")),
        ],
    };

    [Fact]
    public async Task A_client_is_in_the_first_segment_whose_rule_holds()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(Size)));
        var key = await crm.ClientAsync("key");
        await crm.TouchAsync(key, "core.sale", new(2026, 2, 1), 150);
        var old = await crm.ClientAsync("old");
        await crm.TouchAsync(old, "core.sale", new(2025, 6, 1), 150);
        var gone = await crm.ClientAsync("gone");
        await crm.TouchAsync(gone, "core.sale", new(2025, 3, 31), 150);

        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal("key", await SegmentAsync(crm, key, Day));
        Assert.Equal("ordinary", await SegmentAsync(crm, old, Day));
        Assert.Equal("quiet", await SegmentAsync(crm, gone, Day));
    }

    [Fact]
    [Trait("Row", "S2-03")]
    public async Task Membership_is_a_dated_interval_that_an_as_of_query_reads()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(Size)));
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "core.sale", new(2026, 1, 15), 150);
        await crm.Crm.Segments.RunAsync(new(2026, 3, 31));
        await crm.Crm.Segments.RunAsync(new(2026, 6, 30));

        Assert.Equal("key", await SegmentAsync(crm, client, new(2026, 3, 31)));
        Assert.Equal("key", await SegmentAsync(crm, client, new(2026, 6, 29)));
        Assert.Equal("ordinary", await SegmentAsync(crm, client, new(2026, 6, 30)));
    }

    [Fact]
    public async Task A_second_run_of_the_day_measures_only_those_whose_facts_changed()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(Size)));
        var clients = new List<Client>();
        for (var index = 0; index < 20; index++)
        {
            clients.Add(await crm.ClientAsync($"{index}"));
        }

        await crm.Crm.Segments.RunAsync(Day);
        await crm.TouchAsync(clients[3], "core.sale", new(2026, 3, 1), 500);
        var again = await crm.Crm.Segments.RunAsync(Day);
        var idle = await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal(1, again.Measured);
        Assert.Equal("key", await SegmentAsync(crm, clients[3], Day));
        Assert.Equal((0, 0), (idle.Measured, idle.Moves));
    }

    [Fact]
    public async Task History_cannot_be_rewritten_by_an_earlier_run()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        await crm.Crm.Segments.RunAsync(Day);

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Segments.RunAsync(Day.AddDays(-1)));

        Assert.Equal(ErrorCodes.DayBeforeLastRun, refused.Code);
    }

    [Fact]
    public async Task An_explanation_shows_each_clause_with_its_value_and_what_is_missing()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(Size)));
        var client = await crm.ClientAsync("a");
        await crm.Crm.Segments.RunAsync(Day);

        var explained = (await crm.Crm.Explanations.ExplainAsync(client.Id, Day)).Single(scheme => scheme.Scheme.Name == Size.Name);

        var key = explained.Rules[0].Explanation!;
        Assert.Equal(RuleOutcome.Fails, key.Clauses[0].Outcome);
        Assert.Equal("0", key.Clauses[0].Operands.Single(operand => operand.Name == "core.sales_12m").Printed);
        Assert.Equal(RuleOutcome.Unknown, key.Clauses[1].Outcome);
        Assert.Equal("missing", key.Clauses[1].Operands.Single(operand => operand.Name == "core.recency").Printed);
        Assert.Equal("quiet", explained.Segment!.Name);
    }

    [Fact]
    public async Task A_rule_that_reads_an_unknown_name_is_refused_when_it_is_registered()
    {
        var wrong = Size with { Rules = [new("key", new("Key", "重点"), "core.sale_12m > 0")] };

        var refused = await Assert.ThrowsAsync<ClienteleException>(() => TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(wrong))));

        Assert.Equal(ErrorCodes.ExpressionInvalid, refused.Code);
        Assert.Contains("core.sale_12m", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string?> SegmentAsync(TemporaryCrm crm, Client client, DateOnly day) =>
        (await crm.Crm.Store.Memberships.OfClientAsync(client.Id, day)).SingleOrDefault(membership => membership.Scheme == "firm.size")?.Segment;
}
