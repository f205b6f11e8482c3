using Clientele.Registers;

namespace Clientele.Engine.Tests.Registers;

public sealed class RegisterTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    internal static RegisterDefinition Articles { get; } = new()
    {
        Name = "firm.article", Title = new("Knowledge articles", "知识条目"), Key = ["code", "region"], UniqueActive = ["number"], ChangedBy = ["editor"],
        Fields =
        [
            new("code", new("Code", "代码")),
            new("region", new("Region", "地区")),
            new("kind", new("Kind", "类别"), ValueKind.Choice) { Choices = [new("policy", new("Policy", "政策")), new("process", new("Process", "流程"))] },
            new("text", new("Text", "内容")) { Required = true },
            new("number", new("Number", "文号")),
            new("rate", new("Rate", "比例"), ValueKind.Number),
        ],
    };

    [Fact]
    public async Task Asking_again_for_an_equal_key_gives_the_same_entry()
    {
        await using var crm = await OpenAsync();

        var first = await crm.Crm.Registers.AddAsync(Entry("loan", "30 % down", ("rate", "30.00")));
        var again = await crm.Crm.Registers.AddAsync(Entry("loan", "30 % down", ("rate", "30")) with { Author = "Somebody else" });
        var asked = await crm.Crm.Registers.AddAsync(new("firm.article", Fields(("code", "loan"), ("region", "hz")), Day, "Third"));

        Assert.True(first.Added);
        Assert.False(again.Added || asked.Added);
        Assert.Equal(first.Entry.Id, again.Entry.Id);
        Assert.Equal("Li", asked.Entry.Author);
        Assert.Equal(30m, asked.Entry.Number("rate"));
        Assert.Equal(1, await crm.Crm.Registers.InForceAsync("firm.article", Day).CountAsync());
    }

    [Fact]
    public async Task An_entry_that_says_otherwise_is_a_conflict_and_names_the_one_in_force()
    {
        await using var crm = await OpenAsync();
        var first = await crm.Crm.Registers.AddAsync(Entry("loan", "30 % down"));

        var conflict = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Registers.AddAsync(Entry("loan", "20 % down")));

        Assert.Equal(ErrorCodes.RegisterConflict, conflict.Code);
        Assert.Contains(first.Entry.Id.ToString(), conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_superseded_with_reason_and_authority_and_read_as_of_either_day()
    {
        await using var crm = await OpenAsync();
        var (first, _) = await crm.Crm.Registers.AddAsync(Entry("loan", "30 % down"));

        var (noRole, noReason) = (
            await Assert.ThrowsAsync<ClienteleException>(() => SupersedeAsync(crm, first.Id, "20 % down", role: "clerk")),
            await Assert.ThrowsAsync<ClienteleException>(() => SupersedeAsync(crm, first.Id, "20 % down", because: " ")));
        var second = await SupersedeAsync(crm, first.Id, "20 % down");
        var late = await Assert.ThrowsAsync<ClienteleException>(() => SupersedeAsync(crm, first.Id, "15 % down"));

        Assert.Equal((ErrorCodes.RoleMayNot, ErrorCodes.RecordInvalid, ErrorCodes.RegisterConflict), (noRole.Code, noReason.Code, late.Code));
        Assert.Equal("30 % down", (await TextAsync(crm, new(2026, 5, 31)))!);
        Assert.Equal("20 % down", (await TextAsync(crm, new(2026, 6, 1)))!);
        var versions = await crm.Crm.Registers.VersionsAsync(second.Id);
        Assert.Equal([1, 2], versions.Select(version => version.Version));
        Assert.Equal((second.Id, new DateOnly(2026, 6, 1)), (versions[0].SupersededBy!.Value, versions[0].Until!.Value));
        Assert.Equal(("Chief", "editor", "new circular"), (second.Author, second.Role, second.Because));
    }

    [Fact]
    public async Task An_entry_ended_before_its_time_gives_way_to_a_new_version()
    {
        await using var crm = await OpenAsync();
        var (first, _) = await crm.Crm.Registers.AddAsync(Entry("loan", "30 % down") with { Until = new(2026, 12, 31) });

        await crm.Crm.Registers.EndAsync(first.Id, new(2026, 7, 1), "Chief", "editor", "withdrawn");
        var none = await TextAsync(crm, new(2026, 7, 1));
        var (second, added) = await crm.Crm.Registers.AddAsync(Entry("loan", "25 % down") with { From = new(2026, 8, 1) });

        Assert.Null(none);
        Assert.True(added);
        Assert.Equal((2, "25 % down"), (second.Version, await TextAsync(crm, new(2026, 8, 1))));
        Assert.Equal("Chief (editor): withdrawn", (await crm.Crm.Registers.FindAsync(first.Id))!.EndedBecause);
    }

    [Fact]
    public async Task Two_entries_in_force_may_not_have_one_unique_value_and_one_that_has_ended_makes_room()
    {
        await using var crm = await OpenAsync();
        await crm.Crm.Registers.AddAsync(Entry("loan", "a", ("number", "N1")) with { Until = new(2026, 6, 1) });

        var conflict = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Registers.AddAsync(Entry("tax", "b", ("number", "N1"))));
        var later = await crm.Crm.Registers.AddAsync(Entry("tax", "b", ("number", "N1")) with { From = new(2026, 6, 1) });

        Assert.Equal(ErrorCodes.RegisterConflict, conflict.Code);
        Assert.True(later.Added);
        await crm.Crm.Registers.AddAsync(Entry("fee", "without a number"));
        await crm.Crm.Registers.AddAsync(Entry("toll", "without a number"));
    }

    [Fact]
    public async Task What_does_not_fit_the_register_is_refused_with_everything_that_is_wrong()
    {
        await using var crm = await OpenAsync();

        var wrong = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Registers.AddAsync(Entry("loan", "x", ("kind", "rumour"), ("rate", "much"), ("colour", "red"))));
        var keyless = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Registers.AddAsync(new("firm.article", Fields(("code", "loan"), ("text", "x")), Day, "Li")));
        var unsigned = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Registers.AddAsync(Entry("loan", "x") with { Author = " " }));
        var unknown = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Registers.AddAsync(Entry("loan", "x") with { Register = "firm.none" }));

        Assert.Contains("'rumour' in kind", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("'much' in rate", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("no field 'colour'", wrong.Message, StringComparison.Ordinal);
        Assert.Equal((ErrorCodes.RecordInvalid, ErrorCodes.RecordInvalid, ErrorCodes.RegistrationUnknown), (keyless.Code, unsigned.Code, unknown.Code));
    }

    [Fact]
    public async Task A_file_is_taken_in_by_headers_in_either_language_and_bad_rows_are_told()
    {
        await using var crm = await OpenAsync();
        var file = Path.Combine(crm.Folder, "articles.csv");
        await File.WriteAllTextAsync(file, "代码,地区,Kind,Text,比例,生效日期\nloan,hz,政策,30 % down,1.5,2026-01-01\ntax,hz,process,As usual,x,\nfee,,process,Blank region,,\ntoll,hz,,Twelve,,\n");
        var options = new RegisterImportOptions { From = Day, Author = "Li" };

        var result = await crm.Crm.Registers.ImportAsync("firm.article", file, options);
        var again = await crm.Crm.Registers.ImportAsync("firm.article", file, options);
        await File.WriteAllTextAsync(file, "code,region,text\nloan,hz,20 % down\n");
        var otherwise = await crm.Crm.Registers.ImportAsync("firm.article", file, options with { Columns = Fields(("text", "text")) });
        var superseded = await crm.Crm.Registers.ImportAsync("firm.article", file, options with { Supersede = "new circular", Role = "editor" });

        Assert.Equal((4, 2, 0), (result.Rows, result.Added, result.Unchanged));
        Assert.Equal([(3L, "IMP209"), (4L, "IMP402")], result.Rejected.Select(row => (row.Number, row.Reason.Code)));
        Assert.Equal((0, 2), (again.Added, again.Unchanged));
        Assert.Equal((0, 1, 1), (otherwise.Superseded, otherwise.Rejected.Count, superseded.Superseded));
        Assert.Equal("20 % down", await TextAsync(crm, Day));
        Assert.Equal("policy", (await crm.Crm.Registers.InForceAsync("firm.article", new(2026, 1, 1)).SingleAsync()).Text("kind"));
    }

    [Fact]
    public async Task An_insight_reads_the_registers_that_it_declares()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder.Registers(Articles).Insights(
            new Insight { Name = "firm.articles", Title = new("Articles", "条目"), Description = new("How many.", "数量。"), Registers = ["firm.article"], Computation = new Counting() },
            new Insight { Name = "firm.undeclared", Title = new("Articles", "条目"), Description = new("How many.", "数量。"), Computation = new Counting() })));
        await crm.Crm.Registers.AddAsync(Entry("loan", "a"));
        await crm.Crm.Registers.AddAsync(Entry("tax", "b") with { From = new(2026, 9, 1) });

        Assert.Equal(1, (await crm.Crm.Insights.RunAsync("firm.articles", Day)).Result.Figures[0].Value);
        Assert.Equal(2, (await crm.Crm.Insights.RunAsync("firm.articles", new(2026, 9, 1))).Result.Figures[0].Value);
        Assert.Contains("does not declare in Registers", (await crm.Crm.Insights.RunAsync("firm.undeclared", Day)).Result.Refusal!.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_whose_key_is_no_field_is_turned_down()
    {
        var broken = Articles with { Key = ["codes"] };

        var builder = new RegistrationBuilder(new Origin("test.firm", "firm"));
        builder.Registers(broken);
        var result = Catalogue.Build([builder.Build()]);

        Assert.Contains("'codes', which is no field of it", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    internal static Task<TemporaryCrm> OpenAsync() => TemporaryCrm.OpenAsync(("firm", builder => builder.Registers(Articles)));

    internal static RegisterAddition Entry(string code, string text, params (string Name, string Value)[] more) =>
        new("firm.article", Fields([("code", code), ("region", "hz"), ("text", text), .. more]), Day, "Li");

    internal static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private static Task<RegisterEntry> SupersedeAsync(TemporaryCrm crm, RegisterEntryId id, string text, string role = "editor", string because = "new circular") =>
        crm.Crm.Registers.SupersedeAsync(new(id, Fields(("text", text)), new(2026, 6, 1), "Chief", role, because));

    private static async Task<string?> TextAsync(TemporaryCrm crm, DateOnly day) =>
        (await crm.Crm.Registers.FindAsync("firm.article", Fields(("code", "loan"), ("region", "hz")), day))?.Text("text");

    private sealed class Counting : IInsightComputation
    {
        public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken) => new()
        {
            Figures = [new Figure("count", new("Articles", "条目数"), await input.RegisterAsync("firm.article", cancellationToken: cancellationToken).CountAsync(cancellationToken))],
        };
    }
}
