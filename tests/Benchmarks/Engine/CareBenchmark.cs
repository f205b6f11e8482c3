using System.Diagnostics;
using System.Globalization;
using Clientele.Benchmarks.Running;
using Clientele.Care;

namespace Clientele.Benchmarks.Engine;

/// <summary>Follow-ups for a population over a year: a cadence, a festival, three steps after an event, a yearly date, merged and spread over the owners.</summary>
internal static class CareBenchmark
{
    private static readonly DateOnly Day = new(2026, 1, 5);

    /// <summary>Arguments: the number of clients.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var clients = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine($"| step ({clients} clients, 100 owners) | time | peak memory |");
        Console.WriteLine("| --- | --- | --- |");
        using var scratch = new Scratch();
        var options = new ClienteleOptions { Database = scratch.File("care.db"), Care = new CareSettings { ContactsADay = 20 } };
        options.Own.Add("bench", new Visits());
        await using var crm = await Crm.OpenAsync(options, TimeProvider.System);
        await FillAsync(crm, clients);
        await StepAsync("segments", () => crm.Segments.RunAsync(Day));
        await StepAsync("plan a year ahead", async () => Console.Error.WriteLine(await crm.Planner.PlanAsync(Day, aheadDays: 365)));
        await StepAsync("plan the same day again", async () => Console.Error.WriteLine(await crm.Planner.PlanAsync(Day, aheadDays: 365)));
        await StepAsync("plan the next day", async () => Console.Error.WriteLine(await crm.Planner.PlanAsync(Day.AddDays(1), aheadDays: 365)));
        await StepAsync("the list of today of one owner", async () => Console.Error.WriteLine((await crm.Care.OwedAsync(Day.AddDays(1), "owner 7")).Count));
    }

    private static async Task StepAsync(string name, Func<Task> step)
    {
        using var memory = new Memory();
        var began = Stopwatch.GetTimestamp();
        await step();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s | {memory.PeakMegabytes} MB |"));
    }

    private static async Task FillAsync(Crm crm, int clients)
    {
        await using var batch = await crm.BeginAsync();
        for (var n = 0; n < clients; n++)
        {
            var id = ClientId.From("bench", n.ToString(CultureInfo.InvariantCulture));
            await batch.PutAsync(new Client { Id = id, Name = $"客户{n}", Since = Day.AddYears(-3) });
            await batch.PutAsync(new Ownership(id, "service", $"owner {n % 100}", Day.AddYears(-3)));
            await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("bench", $"s{n}"), Client = id, Kind = "core.sale", OccurredOn = Day.AddDays(-(n % 365)), Amount = new Money(n % 9973 * 100 + 50, "CNY") });
            await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("bench", $"v{n}"), Client = id, Kind = "core.visit", OccurredOn = Day.AddDays(-(n % 180)) });
        }

        await batch.CommitAsync();
    }

    private sealed class Visits : IPlugin
    {
        public void Configure(IPluginBuilder builder) => builder
            .Schemes(new RuleScheme { Name = "bench.class", Title = new("Class", "类别"), Rules = [new("key", new("Key", "重点"), "core.sales >= 500000"), new("other", new("Other", "其他"))] })
            .Policies(
                new CadencePolicy { Name = "bench.visit", Title = new("Visit", "回访"), Scheme = "bench.class", EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["key"] = 90, ["other"] = 365 } },
                new EventPolicy { Name = "bench.after", Title = new("After the sale", "售后回访"), After = ["core.sale"], Steps = [new(7), new(90), new(365)], FulfilledBy = ["core.visit"] },
                new OccasionPolicy { Name = "bench.mid_autumn", Title = new("Mid-Autumn", "中秋"), On = YearlyDay.Festival("mid_autumn"), When = "segment.bench.class == \"key\"" },
                new DatePolicy { Name = "bench.anniversary", Title = new("Anniversary", "周年"), Kind = "core.sale", Yearly = true });
    }
}
