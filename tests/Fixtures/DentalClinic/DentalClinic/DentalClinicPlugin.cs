using Clientele;

namespace DentalClinic;

/// <summary>A dental clinic 口腔诊所: recalls, treatment plans, and patients who do not turn up.</summary>
public sealed class DentalClinicPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        Patients(builder);
        Recalls(builder);
        Documents(builder);
    }

    private static void Patients(IPluginBuilder builder) => builder
        .Attributes(
            new AttributeDefinition
            {
                Name = "dental.insurance", Title = new("Insurance", "医保类型"), Kind = ValueKind.Choice,
                Choices = [new("public", new("Public", "基本医保")), new("private", new("Private", "商业保险")), new("none", new("None", "自费"))],
            },
            new AttributeDefinition { Name = "dental.smoker", Title = new("Smoker", "吸烟"), Kind = ValueKind.Boolean })
        .TouchpointKinds(
            new TouchpointKind { Name = "dental.checkup", Title = new("Check-up", "口腔检查"), Roles = TouchpointRoles.Contact, Details = [new("dentist", new("Dentist", "医生"))] },
            new TouchpointKind { Name = "dental.treatment", Title = new("Treatment", "治疗"), Roles = TouchpointRoles.Contact | TouchpointRoles.Sale, Details = [new("tooth", new("Tooth", "牙位"), ValueKind.Number)] },
            new TouchpointKind { Name = "dental.no_show", Title = new("Appointment missed", "爽约") },
            new TouchpointKind { Name = "dental.plan_agreed", Title = new("Plan agreed", "同意治疗方案") },
            new TouchpointKind { Name = "dental.plan_declined", Title = new("Plan declined", "谢绝治疗方案") })
        .MatterTypes(new MatterType
        {
            Name = "dental.plan", Title = new("Treatment plan", "治疗方案"),
            Stages = [new("proposed", new("Proposed", "已提出")), new("agreed", new("Agreed", "已同意")), new("done", new("Done", "已完成"), Final: true), new("declined", new("Declined", "已谢绝"), Final: true)],
            Moves = [new("proposed", "agreed", "dental.plan_agreed"), new("proposed", "declined", "dental.plan_declined"), new("agreed", "done", "dental.treatment")],
        });

    private static void Recalls(IPluginBuilder builder) => builder
        .Measures(
            new FactMeasure { Name = "dental.days_since_checkup", Title = new("Days since the last check-up", "距上次检查天数"), Unit = MeasureUnit.Days, Aggregate = Aggregate.DaysSinceLast, Kinds = ["dental.checkup"] },
            new FactMeasure { Name = "dental.fees_24m", Title = new("Fees in two years", "两年治疗费用"), Unit = MeasureUnit.Money, Aggregate = Aggregate.Sum, Kinds = ["dental.treatment"], Window = Window.Months(24) },
            new FactMeasure { Name = "dental.no_shows_12m", Title = new("Appointments missed in a year", "一年内爽约次数"), Unit = MeasureUnit.Count, Aggregate = Aggregate.Count, Kinds = ["dental.no_show"], Window = Window.Months(12) },
            new FactMeasure { Name = "dental.checkups_12m", Title = new("Check-ups in a year", "一年内检查次数"), Unit = MeasureUnit.Count, Aggregate = Aggregate.Count, Kinds = ["dental.checkup"], Window = Window.Months(12) },
            new ExpressionMeasure { Name = "dental.no_show_share", Title = new("Share of appointments missed", "爽约率"), Unit = MeasureUnit.Ratio, Expression = "dental.no_shows_12m / (dental.no_shows_12m + dental.checkups_12m)" },
            new ComputedMeasure { Name = "dental.recall_months", Title = new("Months between check-ups", "检查间隔（月）"), Reads = ["dental.smoker", "dental.days_since_checkup"], Computation = new RecallInterval() })
        .Schemes(
            new RuleScheme
            {
                Name = "dental.recall_class", Title = new("Recall class", "复查类别"), Population = "dental.checkups_12m + dental.no_shows_12m > 0 || dental.days_since_checkup > 0",
                Rules =
                [
                    new("unreliable", new("Unreliable", "常爽约"), "dental.no_shows_12m >= 2"),
                    new("close", new("Close care", "重点复查"), "dental.recall_months <= 6"),
                    new("regular", new("Regular", "常规复查")),
                ],
            },
            new RankScheme
            {
                Name = "dental.value", Title = new("Patients by fees", "患者费用分级"), Measure = "dental.fees_24m",
                Cuts = [new("a", new("A", "A类"), 0.8m), new("b", new("B", "B类"), 0.95m), new("c", new("C", "C类"), 1m)],
            })
        .Policies(
            new CadencePolicy { Name = "dental.recall", Title = new("Recall", "复查提醒"), Scheme = "dental.recall_class", EveryDays = new Dictionary<string, int> { ["close"] = 180, ["regular"] = 365 } },
            new StagePolicy { Name = "dental.plan_reminder", Title = new("Ask about the plan", "治疗方案跟进"), MatterType = "dental.plan", Stage = "proposed", AfterDays = 10 });

    private static void Documents(IPluginBuilder builder) => builder
        .Guards(new Guard
        {
            Name = "dental.no_recall_for_no_shows", Title = new("No recall after missed appointments", "多次爽约不再发函"),
            AllowedWhen = "letter.name != 'dental.recall_letter' || dental.no_shows_12m < 3",
            Refusal = new("The patient missed three appointments this year; call instead of writing.", "该患者一年内已爽约三次，请改为电话联系。"),
        })
        .Letters(
            new LetterDefinition { Name = "dental.recall_letter", Title = new("Recall", "复查提醒函"), Template = "recall", Purpose = "service", Policy = "dental.recall" },
            new LetterDefinition { Name = "dental.plan_letter", Title = new("Your treatment plan", "治疗方案说明函"), Template = "plan", MatterType = "dental.plan", Stages = ["proposed", "agreed"] })
        .Reports(new ReportDefinition
        {
            Name = "dental.patients", Title = new("Patients", "患者情况"), Template = "patients",
            Scheme = "dental.recall_class", Measure = "dental.fees_24m", MatterType = "dental.plan", Policies = ["dental.recall", "dental.plan_reminder"],
        });
}
