namespace Clientele.Engine.Tests.Segments;

public sealed class RankSchemeTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    [Fact]
    [Trait("Row", "S0-03")]
    public async Task Four_of_the_seven_named_clients_of_the_H_company_bring_eighty_percent()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        foreach (var (name, sales) in new[] { ("宝岛眼镜公司", 800), ("杨氏眼镜店", 600), ("杭州宝丽眼镜有限公司", 450), ("重明眼镜公司", 300), ("天明眼镜公司", 150), ("明而达眼镜店", 100), ("杭州毛源昌眼镜店", 80) })
        {
            await crm.TouchAsync(await crm.ClientAsync(name), "core.sale", Day, sales * 10_000m);
        }

        var run = await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal([4, 2, 1], run.Schemes.Single(scheme => scheme.Scheme == "core.abc").Segments.Select(segment => segment.Count));
    }

    [Fact]
    [Trait("Row", "S4-01")]
    public async Task A_cumulative_cut_finds_the_classes_of_the_text()
    {
        var scheme = new RankScheme
        {
            Name = "firm.class", Title = new("Class", "类别"), Measure = "core.sales",
            Cuts = [new("large", new("Large", "大客户"), 0.60m), new("medium", new("Medium", "中客户"), 0.85m), new("small", new("Small", "小客户"), 1m)],
        };
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Schemes(scheme)));
        var values = Enumerable.Repeat(225m, 8).Concat(Enumerable.Repeat(57.69m, 13)).Concat(Enumerable.Repeat(5.696m, 79)).ToList();
        for (var index = 0; index < values.Count; index++)
        {
            await crm.TouchAsync(await crm.ClientAsync($"{index}"), "core.sale", Day, values[index] * 10_000m);
        }

        var run = await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal([8, 13, 79], run.Schemes.Single(counts => counts.Scheme == "firm.class").Segments.Select(segment => segment.Count));
    }

    [Fact]
    public async Task A_client_who_loses_its_sales_leaves_the_ranking()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        var sale = await crm.TouchAsync(client, "core.sale", Day, 100);
        await crm.Crm.Segments.RunAsync(Day);

        await crm.WriteAsync(batch => batch.AppendAsync(sale with { Id = TouchpointId.From("test", "withdrawal"), Corrects = sale.Id, Withdrawn = true }));
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Null(await crm.SegmentAsync(client, "core.abc", Day));
    }

    [Fact]
    public async Task The_reason_names_the_value_the_rank_and_the_share_before_in_both_languages()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        await crm.TouchAsync(await crm.ClientAsync("big"), "core.sale", Day, 900);
        var small = await crm.ClientAsync("small");
        await crm.TouchAsync(small, "core.sale", Day, 100);
        await crm.Crm.Segments.RunAsync(Day);

        var explained = (await crm.Crm.Explanations.ExplainAsync(small.Id, Day)).Single(scheme => scheme.Scheme.Name == "core.abc");

        Assert.Equal("b", explained.Segment!.Name);
        Assert.Equal("Sales 100: rank 2 of 2; the clients before it bring 90.0% of the total.", explained.Reasons[0].Text.En);
        Assert.Contains("排名第 2", explained.Reasons[0].Text.Zh, StringComparison.Ordinal);
    }
}
