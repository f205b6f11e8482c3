using System.Text.Json;
using System.Text.RegularExpressions;

namespace Clientele.Host.Tests.PluginCommands;

/// <summary>The contractor plugin is updated to a version that renames an attribute: planned, applied, and read under its new name.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task An_update_is_planned_applied_and_what_was_stored_is_read_under_the_new_name()
    {
        using var firm = await ContractorUpdate.MakeAsync();

        var plan = await firm.RunAsync("plugins", "plan", firm.Update);

        Assert.Equal(0, plan.Exit);
        var fingerprint = Regex.Match(plan.Output, "^Plan ([0-9a-f]{12})\n").Groups[1].Value;
        Assert.Contains("Plugins\n  ~ clientele.contractor 0.1.0 -> 0.2.0\n", plan.Output, StringComparison.Ordinal);
        Assert.Contains("  - attribute contractor.owner_kind\n  + attribute contractor.owner_type\n", plan.Output, StringComparison.Ordinal);
        Assert.Contains("  ~ scheme contractor.owner_class\n", plan.Output, StringComparison.Ordinal);
        Assert.EndsWith("""
            Migrations
              clientele.contractor owner_type: The kind of owner is called owner type
                rename attribute contractor.owner_kind to contractor.owner_type
                3 rows

            """.ReplaceLineEndings("\n"), plan.Output, StringComparison.Ordinal);
        Assert.Equal($"Nothing was changed. To do this: clientele plugins apply {firm.Update} --plan {fingerprint}\n", plan.Error);
        Assert.Contains("Kind of owner, where known: Government body", (await firm.RunAsync("clients", "show", "Harbour Authority")).Output, StringComparison.Ordinal);

        var applied = await firm.RunAsync("plugins", "apply", firm.Update, "--plan", fingerprint);

        Assert.Equal((0, plan.Output, "Done.\n"), (applied.Exit, applied.Output, applied.Error));
        var card = JsonDocument.Parse((await firm.RunAsync("clients", "show", "Harbour Authority", "--json")).Output).RootElement;
        Assert.Equal(["contractor.owner_type"], card.GetProperty("attributes").EnumerateArray().Select(attribute => attribute.GetProperty("name").GetString()));
        Assert.Equal("government", card.GetProperty("segments").EnumerateArray().Single(segment => segment.GetProperty("scheme").GetString() == "contractor.owner_class").GetProperty("segment").GetString());
        var again = await firm.RunAsync("plugins", "plan");
        Assert.EndsWith(": nothing to do\n", again.Output, StringComparison.Ordinal);
        Assert.Equal((1, "PLG7007"), await FailureAsync(firm.RunAsync("plugins", "apply", "--plan", fingerprint)));
    }

    [Fact]
    public async Task Removing_a_plugin_says_what_is_no_longer_read_in_both_languages_and_waits_to_be_accepted()
    {
        using var firm = await ContractorUpdate.MakeAsync();

        var plan = await firm.RunAsync("plugins", "plan", "--remove", "clientele.contractor");
        var chinese = await firm.InChineseAsync("plugins", "plan", "--remove", "clientele.contractor");

        Assert.Contains("  no longer read: attribute contractor.owner_kind (3 values)\n", plan.Output, StringComparison.Ordinal);
        Assert.Contains("  no longer read: scheme contractor.owner_class (3 memberships)\n", plan.Output, StringComparison.Ordinal);
        Assert.Contains("--remove clientele.contractor --plan ", plan.Error, StringComparison.Ordinal);
        Assert.EndsWith(" --accept\n", plan.Error, StringComparison.Ordinal);
        Assert.Contains("  - 属性 contractor.owner_kind\n", chinese, StringComparison.Ordinal);
        Assert.Contains("  不再读取：属性 contractor.owner_kind（3 个值）\n", chinese, StringComparison.Ordinal);
        Assert.Equal((1, "PLG7006"), await FailureAsync(firm.RunAsync("plugins", "apply", "--remove", "clientele.contractor")));

        Assert.Equal(0, (await firm.RunAsync("plugins", "apply", "--remove", "clientele.contractor", "--accept")).Exit);
        Assert.Contains("contractor.owner_kind: government", (await firm.RunAsync("clients", "show", "Harbour Authority")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_printed_as_json_for_programs()
    {
        using var firm = await ContractorUpdate.MakeAsync();

        var outcome = await firm.RunAsync("plugins", "plan", firm.Update, "--json");

        var plan = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Equal((true, false), (plan.GetProperty("is_applicable").GetBoolean(), plan.GetProperty("needs_acceptance").GetBoolean()));
        var migration = Assert.Single(plan.GetProperty("migrations").EnumerateArray());
        Assert.Equal(("owner_type", 3, 0), (migration.GetProperty("name").GetString(), migration.GetProperty("rows").GetInt32(), migration.GetProperty("lost").GetInt32()));
        Assert.Contains(plan.GetProperty("changes").EnumerateArray(), change => change.GetProperty("kind").GetString() == "removed" && change.GetProperty("name").GetString() == "contractor.owner_kind");
    }

    [Fact]
    public async Task A_plan_that_cannot_be_applied_says_why_and_ends_with_one()
    {
        using var firm = await ContractorUpdate.MakeAsync();
        var text = Path.Combine(firm.Workspace, "holiday.nupkg");
        await File.WriteAllTextAsync(text, "no zip");

        var plan = await firm.RunAsync("plugins", "plan", text, "--remove", "acme.nothing");
        var nowhere = await Cli.RunAsync("plugins", "plan", firm.Update, "--workspace", Path.GetTempPath());

        Assert.Equal((1, 1), (plan.Exit, nowhere.Exit));
        Assert.Contains("Cannot be applied\n  PLG0001 holiday.nupkg: ", plan.Output, StringComparison.Ordinal);
        Assert.Contains("  PLG9002 acme.nothing: ", plan.Output, StringComparison.Ordinal);
        Assert.Contains("clientele init", nowhere.Error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Code)> FailureAsync(Task<Cli.Outcome> running)
    {
        var outcome = await running;
        return (outcome.Exit, outcome.Error.Length < 7 ? outcome.Error : outcome.Error[..7]);
    }
}
