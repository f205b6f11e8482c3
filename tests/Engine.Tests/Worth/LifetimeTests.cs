using System.Globalization;
using static Clientele.Engine.Tests.Worth.WorthFixture;

namespace Clientele.Engine.Tests.Worth;

public sealed class LifetimeTests
{
    [Fact]
    public async Task Five_thousand_simulated_clients_give_the_parameters_of_the_reference()
    {
        await using var crm = await OpenAsync();
        await SimulatedAsync(crm);

        var result = await crm.InsightAsync("core.lifetime_value");

        Assert.Equal("BG/NBD", result.Verdict("model"));
        Assert.Equal(-38774.906m, result.Number("log_likelihood"));
        double[] expected = [0.6237946848007341, 9.103095111838785, 0.7494745477663656, 2.262126429695894, 6.383030687347226, 3.6829936312300107, 14.704953617345762];
        Assert.Equal(["r", "alpha", "a", "b", "p", "q", "v"], result.Column("parameters", "name"));
        Assert.All(expected.Zip(result.Column("parameters", "value")), pair => Assert.Equal(pair.First, (double)(decimal)pair.Second!, pair.First * 1e-4));
        Assert.All(result.Column("clients", "alive"), alive => Assert.InRange((decimal)alive!, 0, 1));
        Assert.Contains(result.Reasons, reason => reason.Code == "likelier");
    }

    [Fact]
    public async Task Too_few_clients_are_refused_with_the_number_that_is_needed()
    {
        await using var crm = await OpenAsync();
        await crm.SalesAsync([(await crm.ClientAsync("A"), Day, 1)]);

        Assert.Contains("at least 30 are needed", (await crm.InsightAsync("core.lifetime_value")).Refusal!.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_segment_has_the_model_that_suits_it_with_why_and_what_was_found_is_kept()
    {
        await using var crm = await OpenAsync();
        await SimulatedAsync(crm);
        await crm.Crm.Segments.RunAsync(Day);

        var run = await crm.Crm.Insights.RunAsync("core.lifetime_value", Day, new Dictionary<string, string?>(StringComparer.Ordinal) { ["by"] = "core.abc", ["weeks"] = "26" });
        await crm.Crm.Insights.KeepAsync(await crm.Crm.Insights.NameAsync(run));
        await crm.Crm.Insights.KeepAsync(await crm.Crm.Insights.NameAsync(run));

        Assert.Null(run.Result.Refusal);
        Assert.True(run.Result.Column("models", "group").Count > 1);
        Assert.All(run.Result.Column("models", "why"), why => Assert.NotEqual("", why));
        Assert.Contains("BG/NBD", string.Concat(run.Result.Column("models", "model")), StringComparison.Ordinal);
        var kept = await crm.Crm.Store.KeptInsights.OfAsync("core.lifetime_value").ToListAsync();
        Assert.Equal(Day, Assert.Single(kept).AsOf);
        Assert.Contains("\"by\": \"core.abc\"", kept[0].Settings, StringComparison.Ordinal);
        Assert.Contains("Clients buy on any day", kept[0].Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_one_opportunity_a_year_the_operator_sets_the_model_of_opportunities()
    {
        await using var crm = await OpenAsync();
        var (clients, chance) = (await crm.ClientsAsync(400), 1u);
        double Next() => (chance = (chance * 1664525u) + 1013904223u) / (double)uint.MaxValue;
        await crm.SalesAsync(clients.SelectMany((client, i) => Years((0.5 + (i % 10)) / 10, (0.5 + (i / 10 % 10)) / 25, Next).Select(year => (client, new DateOnly(2018 + year, 5, 1), 100m))).ToList());

        var result = (await crm.Crm.Insights.RunAsync("core.lifetime_value", Day, new Dictionary<string, string?>(StringComparer.Ordinal) { ["model"] = "bg_bb" })).Result;

        Assert.Equal("BG/BB", result.Verdict("model"));
        Assert.Equal(["alpha", "beta", "gamma", "delta"], result.Column("parameters", "name").Take(4));
        Assert.All(result.Column("clients", "alive"), alive => Assert.InRange((decimal)alive!, 0, 1));
        Assert.All(result.Column("clients", "purchases"), purchases => Assert.InRange((decimal)purchases!, 0, 1));
        Assert.Contains(result.Reasons, reason => reason.Code == "set_opportunities");
    }

    private static async Task SimulatedAsync(WorthFixture crm)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Worth", "clv-synthetic-customers.csv")).Skip(1)
            .Select(line => line.Split(',').Select(cell => cell.Length == 0 ? 0 : decimal.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var clients = await crm.ClientsAsync(rows.Count);
        await crm.SalesAsync(rows.SelectMany((row, i) => Purchases(row).Select(day => (clients[i], day, Math.Round(row[4] / 100, 4)))));
    }

    // A first purchase, then one a year with the probability, until he leaves.
    private static IEnumerable<int> Years(double buys, double leaves, Func<double> next)
    {
        yield return 0;
        for (var year = 1; year < 9 && next() >= leaves; year++)
        {
            if (next() < buys)
            {
                yield return year;
            }
        }
    }

    // The last purchase and their number are what counts; those between lie evenly.
    private static IEnumerable<DateOnly> Purchases(decimal[] row)
    {
        var (repeats, last, first) = ((int)row[1], row[2], Day.AddDays(-(int)row[3]));
        return Enumerable.Range(0, repeats + 1).Select(i => first.AddDays(repeats == 0 ? 0 : (int)(last * i / repeats)));
    }
}
