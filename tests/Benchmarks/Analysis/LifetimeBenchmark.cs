using System.Diagnostics;
using System.Globalization;
using Clientele.Analysis.Lifetime;
using Clientele.Benchmarks.Running;

namespace Clientele.Benchmarks.Analysis;

/// <summary>
/// Fits the models of lifetime value: on the simulated customers that come with the project, on a million whose histories are drawn one by one from the same distributions
/// (so that there are as many patterns as such a population has), and on a purchase log of the CDNOW form where one is named.
/// </summary>
internal static class LifetimeBenchmark
{
    private const int Runs = 9;

    public static Task RunAsync(string[] args)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine("| population | clients | patterns | step | median | range |\n| --- | --- | --- | --- | --- | --- |");
        if (args is [var log])
        {
            var cdnow = Log(log);
            Measure("CDNOW sample", cdnow.Select(client => client.Pattern).ToArray(), withPareto: true);
            var spent = cdnow.Where(client => client.Spending.Purchases > 0).Select(client => client.Spending).ToArray();
            Show("CDNOW sample", spent.Length, spent.Length, "Gamma-Gamma fit", () => GammaGamma.Fit(spent));
            Console.WriteLine(string.Join("; ", GammaGamma.Fit(spent).Value!.Parameters));
        }

        Measure("drawn, 2,357", Drawn(2_357), withPareto: true);
        Measure("drawn, 23,570", Drawn(23_570), withPareto: true);
        Measure("drawn, 1,000,000", Drawn(1_000_000), withPareto: false);
        return Task.CompletedTask;
    }

    private static void Measure(string population, BuyingPattern[] clients, bool withPareto)
    {
        var patterns = BuyingPattern.Collapse(clients);
        Show(population, clients.Length, patterns.Count, "BG/NBD fit, putting alike clients together included", () => BgNbd.Fit(clients));
        Show(population, clients.Length, patterns.Count, "BG/NBD fit of the patterns", () => BgNbd.Fit(patterns));
        if (withPareto)
        {
            Show(population, clients.Length, patterns.Count, "Pareto/NBD fit", () => ParetoNbd.Fit(patterns));
        }

        var model = BgNbd.Fit(patterns).Value!;
        Show(population, clients.Length, patterns.Count, "purchases expected of every pattern", () => Finding.Of(patterns.Sum(pattern => pattern.Clients * model.Model.ExpectedPurchases(pattern, 39).Value)));
        Console.WriteLine($"{string.Join("; ", model.Parameters.Select(parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} {parameter.Value:0.000000}")))}; {model.LogLikelihood:0.000}; {model.Steps} steps");
    }

    private static void Show<T>(string population, int clients, int patterns, string step, Func<Finding<T>> run)
        where T : notnull
    {
        var times = new List<double>();
        for (var i = 0; i < Runs + 2; i++)
        {
            var began = Stopwatch.GetTimestamp();
            if (!run().IsKnown)
            {
                throw new InvalidOperationException($"{step} of {population} was refused.");
            }

            if (i >= 2)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {population} | {clients:N0} | {patterns:N0} | {step} | **{times[Runs / 2]:0.0} ms** | {times[0]:0.0}–{times[^1]:0.0} |"));
    }

    // The published parameters of the CDNOW sample, in days; a first purchase in the first twelve weeks, watched to day 273.
    private static BuyingPattern[] Drawn(int count)
    {
        var random = new MathNet.Numerics.Random.MersenneTwister(20260101);
        var clients = new BuyingPattern[count];
        for (var i = 0; i < count; i++)
        {
            double rate = MathNet.Numerics.Distributions.Gamma.Sample(random, 0.243, 4.414 * 7), leaving = MathNet.Numerics.Distributions.Beta.Sample(random, 0.793, 2.426);
            int observed = 273 - random.Next(84), repeats = 0, last = 0;
            for (var time = 0.0; rate > 1e-9;)
            {
                time += -Math.Log(1 - random.NextDouble()) / rate;
                if (time > observed)
                {
                    break;
                }

                last = (int)Math.Ceiling(time);
                repeats++;
                if (random.NextDouble() < leaving)
                {
                    break;
                }
            }

            clients[i] = new(repeats, last / 7.0, observed / 7.0);
        }

        return clients;
    }

    private static List<(BuyingPattern Pattern, Spending Spending)> Log(string path)
    {
        var end = new DateOnly(1997, 9, 30);
        return
        [
            .. File.ReadLines(path).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(cells => (Client: cells[1], On: DateOnly.ParseExact(cells[2], "yyyyMMdd", CultureInfo.InvariantCulture), Amount: double.Parse(cells[4], CultureInfo.InvariantCulture)))
                .Where(purchase => purchase.On <= end).GroupBy(purchase => purchase.Client, StringComparer.Ordinal)
                .Select(client =>
                {
                    var days = client.GroupBy(purchase => purchase.On).OrderBy(day => day.Key).Select(day => day.Sum(purchase => purchase.Amount)).Skip(1).Where(amount => amount > 0).ToList();
                    return (BuyingPattern.Of(client.Select(purchase => purchase.On), end).Value, new Spending(days.Count, days.Count > 0 ? days.Average() : 0));
                }),
        ];
    }
}
