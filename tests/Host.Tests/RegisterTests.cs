using System.Text.Json;

namespace Clientele.Host.Tests;

/// <summary>What an operator sees of registers, quotations, guards and personal data.</summary>
public sealed class RegisterTests : IAsyncLifetime
{
    private const string Mapping = """
        source: my-list
        client:
          external_id: code
          name: name
          since: date
          owners:
            marketer: owner
        contact:
          external_id: code
          name: person
          phone: phone
        touchpoints:
          - kind: = core.sale
            external_id: "{{ code }}/{{ date }}"
            occurred_on: date
            amount: amount
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-").FullName;
    private readonly string _noPlugins = Directory.CreateTempSubdirectory("clientele-").FullName;

    public async Task InitializeAsync()
    {
        var list = Path.Combine(_noPlugins, "list.csv");
        await File.WriteAllTextAsync(list, "code,name,date,amount,owner,person,phone\nC1,Harbour Authority,2026-01-10,900,Zhou Wei,陈静,13912345678\nC2,Acme Works,2026-02-10,100,Li Ying,Mary,13987654321\n");
        await File.WriteAllTextAsync(list + ".mapping.yaml", Mapping);
        await RunAsync("init", _folder, "--firm", "Firm");
        var imported = await RunAsync("import", list);
        Assert.True(imported.Exit == 0, imported.Error);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_noPlugins, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_quotation_is_asked_for_contested_superseded_and_listed()
    {
        var quoted = await AsOfAsync("2026-05-01", "quotations", "quote", "C1", "Rebar", "--spec", "d16", "--quantity", "120", "--price", "1000", "--author", "A", "--json");
        var conflict = await AsOfAsync("2026-05-02", "quotations", "quote", "C1", "rebar", "--spec", "D16", "--quantity", "150", "--price", "950", "--author", "B");
        using var json = JsonDocument.Parse(quoted.Output);
        var id = json.RootElement.GetProperty("id").GetString()!;
        var superseded = await AsOfAsync("2026-05-03", "quotations", "supersede", id, "--price", "960", "--author", "C", "--role", "manager", "--reason", "competitor");
        var found = await AsOfAsync("2026-05-04", "quotations", "find", "C1", "Rebar", "--spec", "d16", "--quantity", "120");
        var listed = await AsOfAsync("2026-05-04", "registers", "show", "core.quotation", "--all", "--json");

        Assert.Equal((0, 1, 0), (quoted.Exit, conflict.Exit, superseded.Exit));
        Assert.Contains("CRM7001", conflict.Error, StringComparison.Ordinal);
        Assert.Contains("Unit price: 960", found.Output, StringComparison.Ordinal);
        using var versions = JsonDocument.Parse(listed.Output);
        Assert.Equal([1000m, 960m], versions.RootElement.EnumerateArray().Select(row => row.GetProperty("price").GetDecimal()));
        Assert.Equal("competitor", versions.RootElement[1].GetProperty("because").GetString());
        Assert.Contains("单价", (await Cli.RunInAsync("zh-CN", "registers", "show", "core.quotation", "--as-of", "2026-05-04", "--workspace", _folder, "--plugins", _noPlugins)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_is_added_to_imported_into_and_ended()
    {
        var file = Path.Combine(_noPlugins, "quotes.csv");
        await File.WriteAllTextAsync(file, "customer,specification,band,item,price,until\nG1,abc,1,Rebar,10,2026-12-31\nG1,abc,1,Rebar,11,2026-12-31\n");

        var listed = await RunAsync("registers", "list", "--json");
        var imported = await AsOfAsync("2026-05-01", "registers", "import", "core.quotation", file, "--author", "A");
        var added = await AsOfAsync("2026-05-01", "registers", "add", "core.quotation", "-f", "customer=G1", "-f", "specification=abc", "-f", "band=1", "--author", "B", "--json");
        using var json = JsonDocument.Parse(added.Output);
        var ended = await AsOfAsync("2026-06-01", "registers", "end", json.RootElement.GetProperty("id").GetString()!, "--author", "C", "--role", "manager", "--reason", "withdrawn");
        var left = await AsOfAsync("2026-06-01", "registers", "show", "core.quotation", "--json");
        var wrong = await RunAsync("registers", "add", "core.quotation", "-f", "customer", "--author", "B");

        Assert.Contains("core.quotation", listed.Output, StringComparison.Ordinal);
        Assert.Equal((1, 0, 0, 2), (imported.Exit, added.Exit, ended.Exit, wrong.Exit));
        Assert.Contains("IMP402", imported.Output, StringComparison.Ordinal);
        Assert.Contains("2 rows: 1 added, 0 superseded, 0 unchanged, 1 rejected.", imported.Error, StringComparison.Ordinal);
        Assert.Contains("It was there already", added.Error, StringComparison.Ordinal);
        Assert.Equal("[]", left.Output.Trim());
    }

    [Fact]
    public async Task Guards_are_listed_asked_and_what_they_refused_is_logged()
    {
        var listed = await RunAsync("guards", "list");
        var asked = await AsOfAsync("2026-05-01", "guards", "ask", "C1", "core.gift", "--amount", "150", "--contact", "陈静", "--by", "Zhou Wei");
        var approved = await AsOfAsync("2026-05-01", "guards", "ask", "C1", "core.gift", "--amount", "150", "--contact", "陈静", "--by", "Zhou Wei", "--override", "core.gift_cap", "--approved-by", "Sun Li", "--approved-as", "compliance", "--because", "sector is private", "--record");
        var log = await RunAsync("guards", "log", "--json");
        var timing = await AsOfAsync("2026-10-03", "guards", "timing", "C1");
        var half = await RunAsync("guards", "ask", "C1", "core.gift", "--by", "x", "--override", "core.gift_cap");

        Assert.Contains("core.no_blame", listed.Output, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1, 2), (asked.Exit, approved.Exit, timing.Exit, half.Exit));
        Assert.Contains("core.gift_cap", asked.Output, StringComparison.Ordinal);
        Assert.Contains("Next good day: 2026-10-08", timing.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(log.Output);
        Assert.Equal([("approval needed", "Zhou Wei"), ("overridden", "Sun Li")], json.RootElement.EnumerateArray().Select(row => (row.GetProperty("outcome").GetString(), row.GetProperty("person").GetString())));
    }

    [Fact]
    [Trait("Row", "S0-08")]
    public async Task A_client_is_shown_masked_revealed_to_its_owner_and_a_person_erased()
    {
        var masked = await RunAsync("clients", "show", "C1");
        var stranger = await RunAsync("clients", "show", "C1", "--reveal", "--by", "Li Ying", "--because", "curious");
        var owner = await RunAsync("clients", "show", "C1", "--reveal", "--by", "Zhou Wei", "--because", "return visit");
        var denied = await RunAsync("clients", "export", "C1", "--by", "Li Ying", "--because", "backup");
        var erased = await RunAsync("clients", "erase", "C1", "陈静", "--by", "Zhou Wei", "--because", "asked by the person");
        var record = await RunAsync("clients", "record", "--json");
        var after = await RunAsync("clients", "show", "C1");

        Assert.Contains("139****5678", masked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", masked.Output + stranger.Output, StringComparison.Ordinal);
        Assert.Contains("stay masked", stranger.Error, StringComparison.Ordinal);
        Assert.Contains("13912345678", owner.Output, StringComparison.Ordinal);
        Assert.Contains("CRM7004", denied.Error, StringComparison.Ordinal);
        Assert.Equal(0, erased.Exit);
        Assert.DoesNotContain("陈静", after.Output, StringComparison.Ordinal);
        Assert.Contains("900", after.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(record.Output);
        Assert.Equal(["read", "erase"], json.RootElement.EnumerateArray().Select(row => row.GetProperty("action").GetString()));
        Assert.Equal(2, (await RunAsync("clients", "show", "C1", "--reveal")).Exit);
    }

    private Task<Cli.Outcome> AsOfAsync(string day, params string[] args) => RunAsync([.. args, "--as-of", day]);

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--workspace", _folder, "--plugins", _noPlugins]);
}
