using System.Globalization;
using static Clientele.Engine.Tests.Worth.WorthFixture;

namespace Clientele.Engine.Tests.Worth;

public sealed class LifetimeTests
{
    [Fact]
    public async Task Five_thousand_simulated_clients_give_the_parameters_of_the_reference()
    {
        await using var crm = await OpenAsync();
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Worth", "clv-synthetic-customers.csv")).Skip(1)
            .Select(line => line.Split(',').Select(cell => cell.Length == 0 ? 0 : decimal.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var clients = await crm.ClientsAsync(rows.Count);
        await crm.SalesAsync(rows.SelectMany((row, i) => Purchases(row).Select(day => (clients[i], day, Math.Round(row[4] / 100, 4)))));

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

    // The last purchase and their number are what counts; those between lie evenly.
    private static IEnumerable<DateOnly> Purchases(decimal[] row)
    {
        var (repeats, last, first) = ((int)row[1], row[2], Day.AddDays(-(int)row[3]));
        return Enumerable.Range(0, repeats + 1).Select(i => first.AddDays(repeats == 0 ? 0 : (int)(last * i / repeats)));
    }
}
