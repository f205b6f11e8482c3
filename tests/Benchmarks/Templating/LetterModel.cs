namespace Clientele.Benchmarks.Templating;

/// <summary>The data of the letter and of the product list, the same objects for every engine.</summary>
internal static class LetterModel
{
    public static object Letter { get; } = new
    {
        sender = new { company = "Müller & Söhne GmbH", street = "Hauptstraße 12", postal_code = "80331", city = "München", phone = "+49 89 123456" },
        recipient = new
        {
            company = "Schmidt AG", title = "Dr.", first_name = "anna", last_name = "schmidt", street = "Marktplatz 3", postal_code = "10115", city = "Berlin",
            gender = "f", is_f = true, is_m = false,
        },
        letter_date = new DateTime(2026, 3, 14),
        customer_no = 104711,
        invoice = new { number = "re-2026-0815", due_date = new DateTime(2026, 4, 13) },
        subject = "Confirmation of your order of spare parts for the workshop in Berlin",
        order = new
        {
            date = new DateTime(2026, 3, 12), currency = "EUR", net = 1234.50m, discount = 34.50m, vat = 228.00m, total = 1428.00m,
            has_discount = true, over_1000 = true,
            items = new[]
            {
                new { name = "Hexagon screw M8 x 40 stainless steel", quantity = 200, price = 0.35m },
                new { name = "Washer M8", quantity = 400, price = 0.05m },
                new { name = "Bearing 6204-2RS", quantity = 12, price = 8.90m },
                new { name = "V-belt SPZ 1000", quantity = 5, price = 14.20m },
                new { name = "Electric motor 1.5 kW", quantity = 3, price = 289.00m },
            },
        },
        note = "  please deliver ASAP  ",
        clerk = new { name = "Peter Huber", department = "sales department south" },
    };

    public static object Products { get; } = new
    {
        products = Enumerable.Range(1, 500)
            .Select(i => new { name = $"Product {i}", price = 9.99m + i, description = "A fine product for every purpose, made to last and easy to repair." }).ToArray(),
    };
}
