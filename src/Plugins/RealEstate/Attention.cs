namespace Clientele.RealEstate;

/// <summary>How much attention a property needs, by its complaints and by those still open.</summary>
internal static class Attention
{
    public const string Scheme = "real_estate.attention";

    public static IPluginBuilder AddAttention(this IPluginBuilder builder) => builder
        .Measures(
            new FactMeasure
            {
                Name = "real_estate.dealings",
                Title = new("Dealings with the desk", "客户服务往来"),
                Unit = MeasureUnit.Count,
                Aggregate = Aggregate.Count,
                Kinds = ["real_estate.complaint_received", "real_estate.enquiry_received", "real_estate.owner_visited", "real_estate.keys_handed_over", "real_estate.fee_due"],
            },
            new FactMeasure
            {
                Name = "real_estate.complaints",
                Title = new("Complaints", "投诉件数"),
                Unit = MeasureUnit.Count,
                Aggregate = Aggregate.Count,
                Kinds = ["real_estate.complaint_received"],
            },
            new FactMeasure
            {
                Name = "real_estate.complaints_dealt_with",
                Title = new("Complaints dealt with", "已处理件数"),
                Unit = MeasureUnit.Count,
                Aggregate = Aggregate.Count,
                Kinds = ["real_estate.complaint_closed"],
            },
            new FactMeasure
            {
                Name = "real_estate.cases_reopened",
                Title = new("Cases taken up again", "重新处理件数"),
                Unit = MeasureUnit.Count,
                Aggregate = Aggregate.Count,
                Kinds = ["real_estate.case_reopened"],
            },
            new ExpressionMeasure
            {
                Name = "real_estate.open_complaints",
                Title = new("Complaints still open", "未处理件数"),
                Unit = MeasureUnit.Count,
                Expression = "real_estate.complaints + real_estate.cases_reopened - real_estate.complaints_dealt_with",
            })
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Attention", "关注等级"),
            Population = "real_estate.dealings > 0 || real_estate.address != null || real_estate.building != null || real_estate.unit != null",
            Rules =
            [
                new("urgent", new("Urgent attention", "重点关注"), "real_estate.open_complaints >= 2 || core.complaints_12m >= 3"),
                new("watched", new("Watched", "持续跟进"), "real_estate.open_complaints >= 1"),
                new("settled", new("Settled", "平稳"), "real_estate.complaints >= 1"),
                new("quiet", new("No complaint", "无投诉")),
            ],
        });
}
