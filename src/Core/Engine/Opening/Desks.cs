using Clientele.Actions;
using Clientele.Care;
using Clientele.Documents;
using Clientele.Handovers;
using Clientele.Import;
using Clientele.Insights;
using Clientele.Mailings;
using Clientele.Matters;
using Clientele.Measures;
using Clientele.Privacy;
using Clientele.Promises;
using Clientele.Quotations;
using Clientele.Registers;
using Clientele.Segments;
using Clientele.Storage;
using Clientele.Templating;
using Clientele.Timing;

namespace Clientele;

/// <summary>Everything that works from one catalogue.</summary>
internal sealed class Desks
{
    public Desks(Store store, Catalogue catalogue, TemplateEngine rules, ClienteleOptions options, CareSettings care, PdfPrinter printer)
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
        Planner = new CarePlanner(store, catalogue, Insights, rules, care);
        Care = new CareDesk(store, catalogue, Measures, care);
        Registers = new RegisterDesk(store, catalogue);
        Quotations = new QuotationDesk(store, catalogue, Registers, options.QuotationBands);
        Timing = new TimingDesk(store, catalogue, Measures, rules);
        var templates = new TemplateSource(options.TemplateOverrides, catalogue.Origins.Where(origin => origin.TemplateFolder is not null).ToDictionary(origin => origin.Prefix, origin => origin.TemplateFolder!, StringComparer.Ordinal));
        Handovers = new HandoverDesk(store, catalogue, Matters, templates, options.Firm);
        var files = new LetterFiles(printer);
        Letters = new LetterDesk(store, catalogue, Measures, Insights, Timing, rules, templates, options, files);
        Actions = new ActionDesk(store, catalogue, Measures, Timing, rules, options);
        Batches = new BatchGate(store);
        Mailings = new MailingDesk(store, catalogue, Letters, Batches, options);
        Archive = new ArchiveDesk(store, files);
        Privacy = new PrivacyDesk(store, catalogue, options);
        Forms = new FormDesk(store, catalogue, templates, options);
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

    public FormDesk Forms { get; }

    public MailingDesk Mailings { get; }

    public ArchiveDesk Archive { get; }

    public ReportDesk Reports { get; }

    public RegisterDesk Registers { get; }

    public QuotationDesk Quotations { get; }

    public TimingDesk Timing { get; }

    public ActionDesk Actions { get; }

    public BatchGate Batches { get; }

    public PrivacyDesk Privacy { get; }
}
