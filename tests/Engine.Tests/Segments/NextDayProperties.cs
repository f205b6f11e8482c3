using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace Clientele.Engine.Tests.Segments;

/// <summary>A run that measures only whom the days that went by may have moved writes what a run over everybody writes, whatever happened: the same memberships from the same days, with the same reasons.</summary>
public sealed class NextDayProperties
{
    private static readonly DateOnly First = new(2025, 11, 20);
    private static readonly string[] Kinds = ["core.sale", "core.sale", "core.visit", "core.cost", "core.complaint", "core.outreach"];

    [Fact]
    public void Runs_of_later_days_write_what_runs_over_everybody_write()
    {
        var (few, all) = (0L, 0L);
        Prop.ForAll(Any.ArrayOf(60).ToArbitrary(), happenings =>
        {
            var (one, other) = HoldAsync(happenings).GetAwaiter().GetResult();
            (few, all) = (few + one, all + other);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithQuietOnSuccess(true));
        Assert.True(few < all, $"{few} clients were measured, and {all} when everybody is.");
    }

    private static async Task<(long Few, long All)> HoldAsync(Happening[] happenings)
    {
        await using var quick = await TemporaryCrm.OpenAsync(("firm", Schemes));
        await using var whole = await TemporaryCrm.OpenAsync(("firm", Schemes));
        foreach (var crm in new[] { quick, whole })
        {
            for (var client = 0; client < 5; client++)
            {
                await crm.ClientAsync($"{client}");
            }
        }

        var (day, few, all) = (First, 0L, 0L);
        foreach (var happening in happenings)
        {
            if (happening.Days > 0)
            {
                day = day.AddDays(happening.Days);
                few += (await quick.Crm.Segments.RunAsync(day)).Measured;
                Forget(whole);
                all += (await whole.Crm.Segments.RunAsync(day)).Measured;
                Assert.Equal(Memberships(whole), Memberships(quick));
            }

            await ApplyAsync(quick, happening, day);
            await ApplyAsync(whole, happening, day);
        }

        return (few, all);
    }

    private static async Task ApplyAsync(TemporaryCrm crm, Happening happening, DateOnly day)
    {
        var client = ClientId.From("test", $"{happening.Client}");
        var on = day.AddDays(happening.Offset);
        switch (happening.What)
        {
            case < 10:
                var touch = new Touchpoint { Id = TouchpointId.From("test", $"{happening.Number}"), Client = client, Kind = Kinds[happening.What % Kinds.Length], OccurredOn = on, Amount = new Money(happening.Number % 97 * 1_000, "CNY") };
                await crm.WriteAsync(batch => batch.PutAsync(touch));
                break;
            case 10:
                await crm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client, "core.margin_rate", happening.Number % 2 == 0 ? "0.2" : "0.4", on)));
                break;
            case 11:
                await crm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client, "core.lead_need", "80", on)));
                break;
            default:
                var from = day.AddDays(Math.Max(1, happening.Offset));
                await crm.Crm.Decisions.OverrideAsync(new SegmentOverride(client, happening.Number % 2 == 0 ? "firm.rules" : "firm.rank", happening.Number % 2 == 0 ? "cold" : "b", from, from.AddDays(1 + (happening.Number % 50)), "Wang", "A promise"));
                break;
        }
    }

    private static void Forget(TemporaryCrm crm) => Rows(crm, "UPDATE log_position SET version = '' WHERE reader = 'segments'");

    private static List<string> Memberships(TemporaryCrm crm) =>
        Rows(crm, "SELECT hex(client_id) || ' ' || scheme || ' ' || from_on || ' ' || coalesce(until_on, '') || ' ' || segment || ' ' || version || ' ' || reasons FROM membership ORDER BY 1");

    private static List<string> Rows(TemporaryCrm crm, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(crm.Folder, "clientele.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static void Schemes(IPluginBuilder builder) => builder
        .Measures(
            new FactMeasure { Name = "firm.visits_30d", Title = new("Visits", "拜访"), Aggregate = Aggregate.Count, Kinds = ["core.visit"], Window = Window.Days(30) },
            new FactMeasure { Name = "firm.last_sale_6m", Title = new("Days", "天数"), Aggregate = Aggregate.DaysSinceLast, Kinds = ["core.sale"], Window = Window.Months(6) },
            new ExpressionMeasure { Name = "firm.freshness", Title = new("Freshness", "新鲜度"), Expression = "core.recency < 120 ? 1 - core.recency / 120 : 0" },
            new ExpressionMeasure { Name = "firm.weeks", Title = new("Weeks", "周数"), Expression = "(core.days_since_touch ?? 0) / 7 | math.floor" })
        .Schemes(
            new RuleScheme
            {
                Name = "firm.rules", Title = new("Rules", "规则"), Population = "core.tenure > 10 || core.days_since_touch != null",
                Rules = [new("hot", new("Hot", "热"), "core.recency <= 20 && core.sales_12m > 10000"), new("warm", new("Warm", "温"), "firm.visits_30d >= 1 || core.recency < 0.5 * core.tenure"), new("cold", new("Cold", "冷"), "!(core.sales_year > 50000)"), new("rest", new("Rest", "其余"))],
            },
            new RuleScheme { Name = "firm.window", Title = new("Window", "窗口"), Rules = [new("recent", new("Recent", "近期"), "firm.last_sale_6m <= 45"), new("known", new("Known", "已知"), "firm.last_sale_6m != null"), new("gone", new("Gone", "流失"))] },
            new RuleScheme { Name = "firm.steps", Title = new("Steps", "阶梯"), Population = "core.complaints_12m > 0", Rules = [new("first", new("First", "一"), "firm.weeks <= 3"), new("later", new("Later", "后"))] },
            new ScoreScheme
            {
                Name = "firm.score", Title = new("Score", "得分"), Band = 0.05m, Factors = [new(new("Fresh", "新鲜"), "firm.freshness", 0.7m), new(new("Visits", "拜访"), "firm.visits_30d / (firm.visits_30d + 2)", 0.3m)],
                Cuts = [new("high", new("High", "高"), 0.6m), new("middle", new("Middle", "中"), 0.3m), new("low", new("Low", "低"))],
            },
            new RankScheme { Name = "firm.rank", Title = new("Rank", "排名"), Population = "core.sales_24m > 0", Measure = "core.sales_24m", Cuts = [new("a", new("A", "甲"), 0.6m), new("b", new("B", "乙"), 1m)] },
            MatrixSchemeTests.Grid(AxisCut.Median) with { Name = "firm.median", Rows = new(new("Worth", "价值"), "core.relationship_value", [AxisCut.Median], 100), Columns = new(new("Sales", "销售"), "core.sales_12m", [AxisCut.AtQuantile(0.7m)]) },
            MatrixSchemeTests.Grid(AxisCut.At(4)) with { Rows = new(new("Sales", "销售"), "core.sales_12m", [AxisCut.At(60_000)]), Columns = new(new("Days", "天数"), "core.recency", [AxisCut.At(30)], 5) });

    private static Gen<Happening> Any =>
        from what in Gen.Choose(0, 12) from client in Gen.Choose(0, 4)
        from offset in Gen.Frequency((6, Gen.Choose(-500, 0)), (2, Gen.Choose(-35, 0)), (2, Gen.Choose(1, 60)))
        from days in Gen.Frequency((4, Gen.Constant(0)), (4, Gen.Constant(1)), (2, Gen.Choose(2, 45)))
        from number in Gen.Choose(0, 1_000)
        select new Happening(what, client, offset, days, number);

    private sealed record Happening(int What, int Client, int Offset, int Days, int Number);
}
