using Clientele.Care;
using Clientele.Documents;
using Clientele.Handovers;
using Clientele.Import;
using Clientele.Insights;
using Clientele.Matters;
using Clientele.Measures;
using Clientele.Promises;
using Clientele.Registers;
using Clientele.Segments;
using Clientele.Storage;
using Clientele.Templating;

namespace Clientele;

/// <summary>Everything that works from one catalogue.</summary>
internal sealed class Desks
{
    public Desks(Store store, Catalogue catalogue, TemplateEngine rules, ClienteleOptions options)
    {
        Catalogue = catalogue;
        Importer = new Importer(store, catalogue);
        Measures = new MeasureReader(store, catalogue, rules);
        Segments = new SegmentRunner(store, catalogue, rules);
        Decisions = new SegmentDecisions(store, catalogue);
        Treatments = new TreatmentDesk(store, catalogue, Measures);
        Explanations = new SegmentExplainer(store, catalogue, rules);
        Insights = new InsightDesk(store, catalogue, rules, options);
        Matters = new MatterDesk(store, catalogue);
        Promises = new PromiseDesk(store, catalogue);
        Planner = new CarePlanner(store, catalogue, Insights);
        Care = new CareDesk(store, catalogue, Planner);
        Registers = new RegisterDesk(store, catalogue);
        var templates = new TemplateSource(options.TemplateOverrides, catalogue.Origins.Where(origin => origin.TemplateFolder is not null).ToDictionary(origin => origin.Prefix, origin => origin.TemplateFolder!, StringComparer.Ordinal));
        Handovers = new HandoverDesk(store, catalogue, Matters, templates, options.Firm);
        Letters = new LetterDesk(store, catalogue, Measures, Insights, rules, templates, options);
        Reports = new ReportDesk(store, catalogue, Measures, Insights, templates, options);
    }

    public Catalogue Catalogue { get; }

    public Importer Importer { get; }

    public MeasureReader Measures { get; }

    public SegmentRunner Segments { get; }

    public SegmentDecisions Decisions { get; }

    public TreatmentDesk Treatments { get; }

    public SegmentExplainer Explanations { get; }

    public InsightDesk Insights { get; }

    public MatterDesk Matters { get; }

    public PromiseDesk Promises { get; }

    public HandoverDesk Handovers { get; }

    public CarePlanner Planner { get; }

    public CareDesk Care { get; }

    public LetterDesk Letters { get; }

    public ReportDesk Reports { get; }

    public RegisterDesk Registers { get; }
}
