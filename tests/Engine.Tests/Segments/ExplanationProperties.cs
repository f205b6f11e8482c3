using FsCheck;
using FsCheck.Fluent;
using static Clientele.Engine.Tests.Segments.ScoreSchemeTests;

namespace Clientele.Engine.Tests.Segments;

/// <summary>What holds of every explanation, whatever the values: it re-evaluates to what was stored, and a promised change keeps its promise.</summary>
public sealed class ExplanationProperties
{
    private static readonly DateOnly Day = new(2026, 3, 31);
    private static readonly string[] Names = ["firm.a", "firm.b", "firm.kind"];
    private static readonly string[] Kinds = ["x", "y", "z"];

    [Fact]
    public void Every_stored_membership_re_evaluates_to_its_segment_over_days_of_changing_values() => Hold(async (rule, clients) =>
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Schemes(rule)));
        for (var day = 0; day < 3; day++)
        {
            for (var number = 0; number < clients.Length; number++)
            {
                await SetAsync(crm, await crm.ClientAsync($"{number}"), clients[(number + day) % clients.Length], Day.AddDays(day));
            }

            await crm.Crm.Segments.RunAsync(Day.AddDays(day));
        }

        var seen = 0;
        for (var number = 0; number < clients.Length; number++)
        {
            var client = await crm.ClientAsync($"{number}");
            foreach (var scheme in crm.Crm.Catalogue.Schemes.Keys)
            {
                foreach (var membership in await crm.Crm.Store.Memberships.HistoryAsync(client.Id, scheme))
                {
                    Assert.Equal(membership.Segment, crm.Crm.Explanations.Reevaluate(membership).Value);
                    seen++;
                }
            }
        }

        Assert.True(seen > 0);
    });

    [Fact]
    public void Every_promised_change_leads_where_it_says_and_nothing_nearer_does() => Hold(async (rule, clients) =>
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", Schemes(rule)));
        var client = await crm.ClientAsync("a");
        await SetAsync(crm, client, clients[0], Day);
        await crm.Crm.Segments.RunAsync(Day);
        var (day, tried) = (Day, 0);
        foreach (var (scheme, segment) in new[] { ("firm.rules", "in"), ("firm.score", "high"), ("firm.score", "low"), ("firm.grid", "hh") })
        {
            var asked = await crm.Crm.Explanations.WhyNotAsync(client.Id, scheme, segment, day);
            Assert.True(asked.Changes.Count > 0 || asked.Refusal is not null);
            foreach (var change in asked.Changes.Where(change => change.Name != "client.kind"))
            {
                // Before the next day's run the membership is the one the promise was made for.
                Assert.Equal(change.Leads?.Name, await TryAsync(crm, client, scheme, change.Name, change.To.ToString()));
                if (change is { From: { IsMissing: false, Kind: Templating.RuleValueKind.Number }, To: var to } && Math.Abs(to.Number - change.From.Number) > 0.0001m)
                {
                    var nearer = to.Number + (to.Number > change.From.Number ? -0.0001m : 0.0001m);
                    var leads = await TryAsync(crm, client, scheme, change.Name, $"{nearer}");
                    Assert.True(asked.IsMember ? leads == segment : leads != segment);
                }
            }
        }

        async Task<string?> TryAsync(TemporaryCrm crm, Client client, string scheme, string name, string value)
        {
            var other = await crm.ClientAsync($"like {++tried}");
            await SetAsync(crm, other, clients[0], Day);
            await crm.Crm.Segments.RunAsync(day);
            Assert.Equal(await crm.SegmentAsync(client, scheme, day), await crm.SegmentAsync(other, scheme, day));
            await crm.SetAsync(other, name, value, day);
            await crm.Crm.Segments.RunAsync(day);
            return await crm.SegmentAsync(other, scheme, day);
        }
    }, cases: 12);

    private static void Hold(Func<string, Values[], Task> holds, int cases = 25) =>
        Prop.ForAll((from rule in Rule(3) from clients in Client.ArrayOf(4) select (rule, clients)).ToArbitrary(), input =>
        {
            holds(input.rule, input.clients).GetAwaiter().GetResult();
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true));

    private static Gen<Values> Client =>
        from a in Maybe(Gen.Choose(-20, 120).Select(number => $"{number / 10m}"))
        from b in Maybe(Gen.Choose(0, 10).Select(number => $"{number}"))
        from kind in Maybe(Gen.Elements(Kinds))
        select new Values(a, b, kind);

    private static Gen<string?> Maybe(Gen<string> some) => Gen.Frequency((6, some.Select(value => (string?)value)), (1, Gen.Constant((string?)null)));

    private static Gen<string> Rule(int depth) => depth == 0 ? Clause : Gen.OneOf(
        Clause,
        from left in Rule(depth - 1) from right in Rule(depth - 1) from op in Gen.Elements("&&", "||") select $"({left} {op} {right})",
        from inner in Rule(depth - 1) select $"!({inner})");

    private static Gen<string> Clause => Gen.OneOf(
        from name in Gen.Elements("firm.a", "firm.b") from op in Gen.Elements("<", "<=", ">", ">=", "==", "!=") from number in Gen.Choose(-10, 100) select $"{name} {op} {number / 10m}",
        from op in Gen.Elements("<", ">=") from number in Gen.Choose(0, 20) select $"firm.a * 2 + firm.b {op} {number}",
        from number in Gen.Choose(1, 9) select $"firm.a / (firm.a + 10) >= 0.{number}",
        from op in Gen.Elements("==", "!=") from kind in Gen.Elements(Kinds) select $"firm.kind {op} '{kind}'",
        from kind in Gen.Elements(Kinds) select $"(['{kind}', 'z'] | array.contains firm.kind)");

    private static Action<IPluginBuilder> Schemes(string rule) => builder => builder
        .Attributes(Number("firm.a"), Number("firm.b"), new AttributeDefinition { Name = "firm.kind", Title = new("Kind", "类"), Kind = ValueKind.Choice, Choices = [.. Kinds.Select(kind => new global::Clientele.Choice(kind, new(kind, kind)))] })
        .Measures(new ExpressionMeasure { Name = "firm.sum", Title = new("Sum", "和"), Expression = "firm.a + firm.b" })
        .Schemes(
            new RuleScheme { Name = "firm.rules", Title = new("Rules", "规则"), Rules = [new("in", new("In", "内"), rule), new("out", new("Out", "外"))] },
            new ScoreScheme
            {
                Name = "firm.score", Title = new("Score", "得分"), Band = 1, Factors = [new(new("A", "甲"), "firm.a", 0.25m), new(new("B", "乙"), "firm.b ?? 0", 0.75m)],
                Cuts = [new("high", new("High", "高"), 6, "firm.kind != 'z'"), new("middle", new("Middle", "中"), 3), new("low", new("Low", "低"))],
            },
            MatrixSchemeTests.Grid(AxisCut.At(4)) with { Rows = new(new("A", "甲"), "firm.a", [AxisCut.At(4)], 0.5m), Columns = new(new("B", "乙"), "firm.b", [AxisCut.At(5)]) },
            MatrixSchemeTests.Grid(AxisCut.Median) with { Name = "firm.median", Rows = new(new("A", "甲"), "firm.a", [AxisCut.Median], 1), Columns = new(new("B", "乙"), "firm.b", [AxisCut.AtQuantile(0.8m)]) },
            new RankScheme { Name = "firm.rank", Title = new("Rank", "排名"), Measure = "firm.sum", Cuts = [new("a", new("A", "甲"), 0.5m), new("b", new("B", "乙"), 1m)] });

    private static async Task SetAsync(TemporaryCrm crm, Client client, Values values, DateOnly day)
    {
        foreach (var (name, value) in Names.Zip(new[] { values.A, values.B, values.Kind }))
        {
            if (value is not null)
            {
                await crm.SetAsync(client, name, value, day);
            }
        }
    }

    private sealed record Values(string? A, string? B, string? Kind);
}
