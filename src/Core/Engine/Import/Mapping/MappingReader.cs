using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clientele.Import;

/// <summary>Reads mapping files, and finds everything wrong in one in one pass.</summary>
internal static class MappingReader
{
    public static (ImportMapping? Mapping, IReadOnlyList<MappingProblem> Problems) Read(string yaml)
    {
        var problems = new List<MappingProblem>();
        var root = Parse(yaml, "A mapping file is one list of 'name: value' lines.", problems);
        if (root is null)
        {
            return (null, problems);
        }

        var mapping = Mapping(new MappingSection("", root, problems));
        problems.AddRange(MappingCheck.Itself(mapping));
        return (problems.Count == 0 ? mapping : null, problems);
    }

    internal static YamlMappingNode? Parse(string yaml, string otherwise, List<MappingProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root;
            }

            problems.Add(new(1, otherwise));
        }
        catch (YamlException error)
        {
            problems.Add(new((int)error.Start.Line, $"This is not YAML: {error.Message.TrimEnd('.')}. Put a text with ':', '#', '{{' or quotes in it between quotes."));
        }

        return null;
    }

    private static ImportMapping Mapping(MappingSection root)
    {
        var mapping = new ImportMapping
        {
            Source = root.Required("source"),
            Title = root.Text("title"),
            File = File(root.Section("file")),
            Select = root.Text("select"),
            SelectLine = root.LineOf("select"),
            Dates = Dates(root.Section("dates")),
            Amounts = Amounts(root.Section("amounts")),
            Split = Split(root.Section("split")),
            Client = Client(root),
            Contact = Contact(root.Section("contact")),
            Matter = Matter(root.Section("matter")),
            Touchpoints = [.. root.Sections("touchpoints").Select(Touchpoint)],
        };
        root.Done();
        return mapping;
    }

    private static TableFormat File(MappingSection? section)
    {
        if (section is null)
        {
            return new TableFormat();
        }

        var format = new TableFormat
        {
            Format = section.One("format", "", ("csv", "csv"), ("xlsx", "xlsx"), ("xls", "xls")),
            Encoding = section.Text("encoding"),
            Delimiter = section.One<char?>("delimiter", null, ("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("bar", '|')),
            Sheet = section.Text("sheet"),
            HeaderRow = (int)section.Number("header_row", 0),
        };
        if (format.Encoding.Length > 0 && TextEncoding.Named(format.Encoding) is null)
        {
            section.Problem(section.LineOf("encoding"), $"'file.encoding' is '{format.Encoding}', which is no encoding; write utf-8, utf-16, gb18030 or another name from the IANA list.");
        }

        section.Done();
        return format;
    }

    private static DateRules Dates(MappingSection? section)
    {
        if (section is null)
        {
            return new DateRules();
        }

        var rules = new DateRules { Formats = section.Texts("formats"), Undated = section.Day("undated") };
        section.Done();
        return rules;
    }

    private static AmountRules Amounts(MappingSection? section)
    {
        if (section is null)
        {
            return new AmountRules();
        }

        var rules = new AmountRules
        {
            Currency = section.Text("currency"),
            Mark = section.One("decimal", DecimalMark.Unknown, ("point", DecimalMark.Point), ("comma", DecimalMark.Comma)),
            Factor = section.Number("factor", 1m),
        };
        section.Done();
        return rules;
    }

    private static RowSplit? Split(MappingSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var by = section.Text("by");
        var split = new RowSplit(
            section.Required("column"),
            by is "" or "line" ? "\n" : by,
            section.One("amounts", true, ("share", true), ("repeat", false)));
        section.Done();
        return split;
    }

    private static ClientMapping Client(MappingSection root)
    {
        if (root.Section("client") is not { } section)
        {
            root.Problem(root.Line, "'client' is missing; say at least client.external_id or client.name.");
            return new ClientMapping { Name = MappedValue.Constant("") };
        }

        var client = new ClientMapping
        {
            Source = section.Text("source"),
            ExternalId = section.Value("external_id"),
            Name = section.Value("name"),
            Kind = section.Value("kind"),
            Since = section.Value("since"),
            Culture = section.Value("culture"),
            Attributes = section.Values("attributes"),
            AttributesFrom = section.Value("attributes_from"),
            Owners = section.Values("owners"),
            OwnersFrom = section.Value("owners_from"),
            Line = section.Line,
        };
        section.Done();
        return client;
    }

    private static ContactMapping? Contact(MappingSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var contact = new ContactMapping
        {
            Source = section.Text("source"),
            ExternalId = section.Value("external_id"),
            Name = section.Value("name"),
            FamilyName = section.Value("family_name"),
            Salutation = section.Value("salutation"),
            Position = section.Value("position"),
            Role = section.Value("role"),
            Email = section.Value("email"),
            Phone = section.Value("phone"),
            Culture = section.Value("culture"),
            Primary = section.Value("primary"),
            Attributes = section.Values("attributes"),
            AttributesFrom = section.Value("attributes_from"),
            Consents = section.Values("consents"),
            ConsentsOn = section.Value("consents_on"),
            ConsentsBy = section.Value("consents_by"),
            Line = section.Line,
        };
        section.Done();
        return contact;
    }

    private static MatterMapping? Matter(MappingSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var matter = new MatterMapping
        {
            Source = section.Text("source"),
            ExternalId = section.RequiredValue("external_id"),
            Type = section.Value("type"),
            Title = section.Value("title"),
            OpenedOn = section.Value("opened_on"),
            Line = section.Line,
        };
        section.Done();
        return matter;
    }

    private static TouchpointMapping Touchpoint(MappingSection section)
    {
        var touchpoint = new TouchpointMapping
        {
            Kind = section.RequiredValue("kind"),
            When = section.Text("when"),
            ExternalId = section.RequiredValue("external_id"),
            OccurredOn = section.Value("occurred_on"),
            Amount = section.Value("amount"),
            Channel = section.Value("channel"),
            By = section.Value("by"),
            Note = section.Value("note"),
            Details = section.Values("details"),
            Line = section.Line,
            WhenLine = section.LineOf("when"),
        };
        section.Done();
        return touchpoint;
    }
}
