using Clientele.Documents;
using Clientele.Templating;

namespace Clientele.Tests.Documents;

/// <summary>Ordinary facts of a letter for tests, and the repository's own templates.</summary>
internal static class SomeLetter
{
    public static LetterDefinition Letter { get; } = new() { Name = "contractor.return_visit_letter", Title = new("Return-visit letter", "工程回访函"), Template = "return-visit", Purpose = "service" };

    public static Firm Firm { get; } = new()
    {
        Name = new("Meridian Construction Group", "中正建设集团有限公司"),
        Address = new("18 Harbour Road, Hangzhou", "杭州市滨江区江南大道18号"),
        Phone = "+86 571 5550 1818",
        Email = "service@meridian.example",
        Website = "www.meridian.example",
        Signatory = new("Zhou Wei", "周伟"),
        SignatoryTitle = new("Head of Client Care", "客户服务部经理"),
        Department = new("Client Care", "客户服务部"),
    };

    /// <summary>A return visit to a public body that has been a client for two years.</summary>
    public static LetterFacts Facts(DocumentLanguage? language = null)
    {
        var client = ClientId.From("test", "c1");
        var contact = ContactId.From("test", "p1");
        return new LetterFacts
        {
            Letter = Letter,
            AsOf = new(2026, 3, 31),
            Language = language ?? DocumentLanguage.Chinese,
            Currency = "CNY",
            Firm = Firm,
            Client = new Client { Id = client, Name = "杭州市城市建设发展中心", ExternalId = "HZ-017", Source = "test", Since = new(2024, 5, 6) },
            Contact = new Contact { Id = contact, Client = client, Name = "陈静", Salutation = Salutation.Ms, Position = "建设管理处副处长", Email = "chen@example.com" },
            Consents = [new Consent(contact, "service", true, new(2025, 1, 1))],
            Measures = new Dictionary<string, decimal?> { ["contractor.contracts"] = 3, ["core.sales"] = 12_345_678.5m, ["contractor.open_repairs"] = 1 },
            Segments = [new SegmentFact("contractor.owner_class", "government", new("Public body", "政府及事业单位"), new(2026, 1, 1))],
            LastTouch = new TouchFact(new("Visit", "拜访"), new(2025, 12, 18), "周伟", "visit"),
            Owner = "王芳",
            Promises = [new Clientele.Promises.PromiseLine(new Matter { Id = MatterId.From("test", "p1"), Client = client, Type = "core.promise", Title = "x", OpenedOn = new(2026, 3, 1) }, "open", "Joints resealed", new(2026, 4, 30), null, "王芳", "王芳", "director", new DateTime(2026, 3, 2, 10, 0, 0), false, false, false)],
            FollowUp = new FollowUpFact(
                new FollowUp
                {
                    Id = FollowUpId.From("test", "f1"), Client = client, Policy = "contractor.return_visits", DueOn = new(2026, 3, 18), CountsFrom = new(2025, 12, 18), Owner = "王芳",
                    Reasons = [new Reason("cadence", new("Visited every 90 days; the last visit was on 2025-12-18.", "每90天回访一次；上次回访为2025-12-18。"))],
                },
                new("Regular return visit", "例行回访")),
        };
    }

    /// <summary>A letter about a completed project.</summary>
    public static LetterFacts Warranty(DocumentLanguage language)
    {
        var facts = Facts(language);
        var matter = MatterId.From("test", "m1");
        return facts with
        {
            Letter = new LetterDefinition { Name = "contractor.warranty_notice", Title = new("Completion and warranty notice", "竣工保修告知函"), Template = "warranty-notice", MatterType = "contractor.project" },
            Matter = new MatterFacts(
                new Matter { Id = matter, Client = facts.Client.Id, Type = "contractor.project", Title = "滨江文化中心*二期*工程 <B 区>", OpenedOn = new(2024, 6, 1), ExternalId = "HT-2024-088" },
                new("Project", "工程项目"), new MatterStage(matter, "completed", new(2026, 3, 20), null, null), new("Completed", "竣工验收"))
            {
                Details = [new DetailFact("accepted_on", ValueKind.Date, "2026-03-20"), new DetailFact("warranty_until", ValueKind.Date, "2028-03-20")],
                Amount = 98_000_000m,
            },
        };
    }

    /// <summary>The facts through a gate without guards: for tests of what comes after it.</summary>
    public static PassedLetter Passed(LetterFacts facts) => new LetterGate([], new TemplateEngine(new TemplateOptions())).Check(facts).Require();

    /// <summary>The template folders of the plugins, by prefix.</summary>
    public static IReadOnlyDictionary<string, string> Folders { get; } = new Dictionary<string, string>
    {
        ["contractor"] = Path.Combine(Repository, "templates", "contractor"),
        ["design_institute"] = Path.Combine(Repository, "templates", "design-institute"),
        ["real_estate"] = Path.Combine(Repository, "templates", "real-estate"),
    };

    /// <summary>The templates of the repository, as the plugins carry them.</summary>
    public static TemplateSource Templates(string? workspace = null) => new(workspace, Folders);

    public static string Repository => Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Framework.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
