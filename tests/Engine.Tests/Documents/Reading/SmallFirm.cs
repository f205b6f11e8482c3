using Clientele.Documents;
using Clientele.Practices;
using Clientele.Storage;
using Clientele.Storage.Projection;
using Clientele.Storage.Writing;

namespace Clientele.Tests.Documents;

/// <summary>A store in a folder of its own with a handful of clients, and what a small plugin would register.</summary>
internal sealed class SmallFirm : IAsyncDisposable
{
    public static readonly DateOnly AsOf = new(2026, 3, 31);

    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-documents-").FullName;

    private SmallFirm()
    {
    }

    public Store Store { get; private set; } = null!;

    public Clientele.Catalogue Catalogue { get; } = Build();

    public static Firm Firm { get; } = new() { Name = new("Harbour Works", "海港建设") };

    public static ClientId Id(int client) => ClientId.From("test", $"c{client}");

    public static async Task<SmallFirm> OpenAsync(bool invented = false)
    {
        var firm = new SmallFirm();
        firm.Store = await Store.OpenAsync(new StoreOptions { Database = Path.Combine(firm._folder, "clientele.db"), Durable = false }, TimeProvider.System);
        await using var batch = await firm.Store.BeginAsync();
        await firm.FillAsync(batch, invented ? "invented visits" : "test");
        await batch.ProjectAsync(firm.Catalogue.MatterTypes);
        await batch.CommitAsync();
        return firm;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FillAsync(StoreBatch batch, string visits)
    {
        // Five clients with 500, 400, 300, 200 and 100; the fifth is in no segment.
        for (var client = 1; client <= 5; client++)
        {
            await batch.PutAsync(new Client { Id = Id(client), Name = $"Client {client}", ExternalId = $"c{client}", Source = "test", Since = new(2025, 1, 1) });
            await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", $"s{client}"), Client = Id(client), Kind = "core.sale", OccurredOn = new(2026, client % 3 + 1, 10), Amount = new Money(600 - client * 100, "CNY") });
            await batch.AssignAsync(Id(client), "site.size", client switch { 1 => "large", 5 => null, _ => "small" }, new(2026, 1, 1), "v", new Dictionary<string, string>());
        }

        await batch.PutAsync(new Contact { Id = ContactId.From("test", "p1"), Client = Id(1), Name = "陈静", Salutation = Salutation.Ms, Position = "主任", Primary = true, Culture = "zh-CN" });
        await batch.PutAsync(new Contact { Id = ContactId.From("test", "p2"), Client = Id(1), Name = "Ann Lee" });
        await batch.PutAsync(new Consent(ContactId.From("test", "p1"), "service", true, new(2026, 1, 1)));
        await batch.PutAsync(new AttributeValue(Id(1), "site.class", "public", new(2026, 1, 1)));
        await batch.PutAsync(new AttributeValue(Id(1), "site.floors", "12", new(2026, 1, 1)));
        await batch.PutAsync(new Ownership(Id(1), "builder", "周伟", new(2026, 1, 1)));
        await batch.PutAsync(new Ownership(Id(1), "service", "王芳", new(2026, 1, 1)));
        await batch.PutAsync(new Ownership(Id(4), "builder", "赵强", new(2026, 1, 1), Source: "invented owners"));
        await batch.PutAsync(new Matter { Id = MatterId.From("test", "m1"), Client = Id(1), Type = "site.project", Title = "Quay 1", OpenedOn = new(2025, 6, 1), ExternalId = "Q1" });
        await batch.PutAsync(new Matter { Id = MatterId.From("test", "m2"), Client = Id(2), Type = "site.project", Title = "Quay 2", OpenedOn = new(2025, 5, 1) });
        await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "v1"), Client = Id(1), Kind = "core.visit", OccurredOn = new(2026, 2, 3), By = "周伟", Channel = "visit", Source = visits });
        await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "k1"), Client = Id(1), Kind = "site.signed", OccurredOn = new(2025, 7, 1), Matter = MatterId.From("test", "m1"), Amount = new Money(1000, "CNY"), Details = new Dictionary<string, string> { ["due_on"] = "2026-06-30", ["lots"] = "2" } });
        await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "k2"), Client = Id(1), Kind = "site.signed", OccurredOn = new(2025, 8, 1), Matter = MatterId.From("test", "m1"), Amount = new Money(500, "CNY"), Details = new Dictionary<string, string> { ["due_on"] = "2026-09-30" } });
        await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", "d2"), Client = Id(2), Kind = "site.done", OccurredOn = new(2026, 1, 5), Matter = MatterId.From("test", "m2") });
        await batch.PutAsync(new FollowUp
        {
            Id = FollowUpId.From("test", "f1"), Client = Id(1), Policy = "site.visits", DueOn = new(2026, 3, 1), CountsFrom = new(2026, 1, 30), Owner = "周伟",
            Reasons = [new Reason("cadence", new("Large clients are visited every 30 days.", "大客户每30天回访一次。"))],
        });
    }

    private static Clientele.Catalogue Build()
    {
        var core = new RegistrationBuilder(new Origin("clientele.core", "core"));
        new CorePractices().Configure(core);
        var site = new RegistrationBuilder(new Origin("clientele.site", "site"));
        site.Attributes(
                new AttributeDefinition { Name = "site.class", Title = new("Class", "类别"), Kind = ValueKind.Choice, Choices = [new("public", new("Public body", "公共机构"))] },
                new AttributeDefinition { Name = "site.floors", Title = new("Floors", "层数"), Kind = ValueKind.Number })
            .TouchpointKinds(
                new TouchpointKind { Name = "site.signed", Title = new("Signed", "签约"), Roles = TouchpointRoles.Sale, Details = [new("due_on", new("Due", "到期"), ValueKind.Date), new("lots", new("Lots", "标段"), ValueKind.Number)] },
                new TouchpointKind { Name = "site.done", Title = new("Done", "完成") })
            .MatterTypes(new MatterType
            {
                Name = "site.project", Title = new("Project", "项目"),
                Stages = [new("open", new("Open", "进行中")), new("built", new("Built", "已建成"), Final: true)],
                Moves = [new("open", "built", "site.done")],
            })
            .Schemes(new RuleScheme { Name = "site.size", Title = new("Size", "规模"), Rules = [new("large", new("Large", "大客户"), "core.sales > 450"), new("small", new("Small", "小客户"))] })
            .Policies(new CadencePolicy { Name = "site.visits", Title = new("Visit", "回访"), Scheme = "site.size", EveryDays = new Dictionary<string, int> { ["large"] = 30 }, OwnerRole = "builder" })
            .Letters(
                new LetterDefinition { Name = "site.letter", Title = new("Letter", "函"), Template = "letter", Purpose = "service", Policy = "site.visits" },
                new LetterDefinition { Name = "site.project_letter", Title = new("Letter", "函"), Template = "letter", MatterType = "site.project", Stages = ["open"] })
            .Reports(new ReportDefinition { Name = "site.report", Title = new("Report", "报告"), Template = "report", Scheme = "site.size", Measure = "core.sales", MatterType = "site.project", Policies = ["site.visits"], Top = 2 });
        var result = Clientele.Catalogue.Build([core.Build(), site.Build()]);
        Assert.Empty(result.Problems);
        return result.Catalogue;
    }
}
