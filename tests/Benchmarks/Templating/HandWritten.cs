using System.Globalization;
using System.Text;

namespace Clientele.Benchmarks.Templating;

/// <summary>The letter and the list as a programmer would write them without a template: the floor.</summary>
internal static class HandWritten
{
    private static readonly Line[] Items =
    [
        new("Hexagon screw M8 x 40 stainless steel", 200, 0.35m), new("Washer M8", 400, 0.05m), new("Bearing 6204-2RS", 12, 8.90m),
        new("V-belt SPZ 1000", 5, 14.20m), new("Electric motor 1.5 kW", 3, 289.00m),
    ];

    private static readonly (string Name, decimal Price, string Description)[] ProductList =
        [.. Enumerable.Range(1, 500).Select(i => ($"Product {i}", 9.99m + i, "A fine product for every purpose, made to last and easy to repair."))];

    public static string Letter(DateTime letterDate, DateTime dueDate, DateTime orderDate, string lastName, string note, string subject, decimal total)
    {
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder(1400);
        text.Append("Müller & Söhne GmbH".ToUpperInvariant()).Append("\nHauptstraße 12\n80331 München\n");
        text.Append("Phone: +49 89 123456\nSchmidt AG\nDr. ").Append(Peers.Capitalize("anna")).Append(' ').Append(Peers.Capitalize(lastName));
        text.Append("\nMarktplatz 3\n10115 Berlin\n\nMünchen, ").Append(letterDate.ToString("dd MMMM yyyy", culture));
        text.Append("\n\nCustomer no.: ").Append(104711).Append("\nInvoice no.:  ").Append("re-2026-0815".ToUpperInvariant());
        text.Append("\nDue date:     ").Append(dueDate.ToString("yyyy-MM-dd", culture)).Append("\n\nSubject: ").Append(Peers.Truncate(subject, 60));
        text.Append("\n\nDear Ms. ").Append(Peers.Capitalize(lastName)).Append(",\n\nthank you for your order of ").Append(orderDate.ToString("dd.MM.yyyy", culture));
        text.Append(". We are pleased to\nconfirm the following items:\n\nPos  Article                         Qty      Price      Total\n");
        text.Append("--------------------------------------------------------------\n");
        for (var i = 0; i < Items.Length; i++)
        {
            var item = Items[i];
            text.Append(i + 1).Append(".   ").Append(Peers.Truncate(item.Name, 28).PadRight(30)).Append(' ').Append(item.Quantity).Append(" x ")
                .Append(item.Price.ToString("N2", culture)).Append(" = ").Append((item.Price * item.Quantity).ToString("N2", culture)).Append('\n');
        }

        text.Append("--------------------------------------------------------------\nNet amount:   ").Append(1234.50m.ToString("N2", culture)).Append(" EUR\n");
        text.Append("Discount:     ").Append(34.50m.ToString("N2", culture)).Append(" EUR\nVAT 19 %:     ").Append(228.00m.ToString("N2", culture));
        text.Append(" EUR\nTotal:        ").Append(total.ToString("N2", culture)).Append(" EUR\n\n");
        text.Append(total > 1000 ? "Because your order exceeds 1,000.00 EUR it ships free of charge.\n" : "Shipping costs will be invoiced separately.\n");
        text.Append("\nPlease transfer the amount until ").Append(dueDate.ToString("dddd, dd MMMM yyyy", culture));
        text.Append(" to the\naccount stated below, quoting invoice number re-2026-0815.\n\nNote: ").Append(note.Trim().Replace("ASAP", "as soon as possible", StringComparison.Ordinal));
        text.Append("\n\nYours sincerely,\n\nPeter Huber\n").Append(string.Join(' ', "sales department south".Split(' ').Select(Peers.Capitalize)));
        return text.ToString();
    }

    public static string Products()
    {
        var text = new StringBuilder();
        text.Append("<ul id='products'>");
        foreach (var (name, price, description) in ProductList)
        {
            text.Append("<li><h2>").Append(name).Append("</h2>Only ").Append(price.ToString("N2", CultureInfo.InvariantCulture))
                .Append("<p>").Append(Peers.Truncate(description, 15)).Append("</p></li>");
        }

        return text.Append("</ul>").ToString();
    }

    private sealed record Line(string Name, int Quantity, decimal Price);
}
