using Clientele.Registers;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Engine.Tests.Registers;

/// <summary>Whatever is added, superseded and ended in whatever order: on no day has a key two versions in force.</summary>
public sealed class RegisterProperties
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void No_day_sees_two_versions_of_a_key_or_two_entries_of_a_unique_value()
    {
        var step = from act in Gen.Choose(0, 3) from key in Gen.Choose(0, 2) from text in Gen.Choose(0, 2) from number in Gen.Choose(0, 2) from day in Gen.Choose(0, 30) from length in Gen.Choose(0, 15) select (act, key, text, number, day, length);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(step.ListOf(25).ToArbitrary(), steps => RunAsync([.. steps]).GetAwaiter().GetResult()));
    }

    private static async Task<bool> RunAsync(IReadOnlyList<(int Act, int Key, int Text, int Number, int Day, int Length)> steps)
    {
        await using var crm = await RegisterTests.OpenAsync();
        var written = new List<RegisterEntryId>();
        foreach (var step in steps)
        {
            try
            {
                await DoAsync(crm, step, written);
            }
            catch (ClienteleException refused) when (refused.Code == ErrorCodes.RegisterConflict)
            {
                // A refusal is an answer; what counts is what it leaves behind.
            }
        }

        for (var day = Start; day < Start.AddDays(50); day = day.AddDays(1))
        {
            var entries = await crm.Crm.Registers.InForceAsync("firm.article", day).ToListAsync();
            var numbers = entries.Select(entry => entry.Text("number")).Where(number => number.Length > 0).ToList();
            if (entries.DistinctBy(entry => entry.Text("code")).Count() != entries.Count || numbers.Distinct().Count() != numbers.Count)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task DoAsync(TemporaryCrm crm, (int Act, int Key, int Text, int Number, int Day, int Length) step, List<RegisterEntryId> written)
    {
        var day = Start.AddDays(step.Day);
        var fields = RegisterTests.Fields(("text", $"{step.Text}"), ("number", step.Number == 0 ? "" : $"N{step.Number}"));
        if (step.Act <= 1 || written.Count == 0)
        {
            var addition = RegisterTests.Entry($"{step.Key}", $"{step.Text}", ("number", fields["number"])) with { From = day, Until = step.Length == 0 ? null : day.AddDays(step.Length) };
            written.Add((await crm.Crm.Registers.AddAsync(addition)).Entry.Id);
        }
        else if (step.Act == 2)
        {
            written.Add((await crm.Crm.Registers.SupersedeAsync(new(written[^1], fields, day, "Chief", "editor", "why"))).Id);
        }
        else
        {
            await crm.Crm.Registers.EndAsync(written[step.Key % written.Count], day, "Chief", "editor", "why");
        }
    }
}
