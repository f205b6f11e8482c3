using System.Globalization;
using System.Reflection;
using HandlebarsDotNet;

namespace Clientele.Benchmarks.Templating;

/// <summary>The same letter and list in Handlebars.Net.</summary>
internal static class Peers
{
    public const string ProductsHandlebars =
        "<ul id='products'>{{#each products}}<li><h2>{{name}}</h2>Only {{money price}}<p>{{truncate description 15}}</p></li>{{/each}}</ul>";

    public const string ProductsScriban =
        "<ul id='products'>{{ for product in products }}<li><h2>{{ product.name }}</h2>Only {{ product.price | math.format \"N2\" }}<p>{{ product.description | string.truncate 15 }}</p></li>{{ end }}</ul>";

    public static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    public static IHandlebars Handlebars()
    {
        var handlebars = HandlebarsDotNet.Handlebars.Create();
        Register(handlebars, "upcase", a => (Text(a[0])).ToUpperInvariant());
        Register(handlebars, "capitalize", a => Capitalize(Text(a[0])));
        Register(handlebars, "capitalizewords", a => string.Join(' ', (Text(a[0])).Split(' ').Select(Capitalize)));
        Register(handlebars, "date", a => ((DateTime)a[0]!).ToString(Text(a[1]), CultureInfo.InvariantCulture));
        Register(handlebars, "truncate", a => Truncate(Text(a[0]), Number(a[1])));
        Register(handlebars, "inc", a => (Number(a[0]) + 1).ToString(CultureInfo.InvariantCulture));
        Register(handlebars, "padtrunc", a => Truncate(Text(a[0]), Number(a[1])).PadRight(Number(a[2])));
        Register(handlebars, "money", a => ((decimal)a[0]!).ToString("N2", CultureInfo.InvariantCulture));
        Register(handlebars, "mulmoney", a => ((decimal)a[0]! * Number(a[1])).ToString("N2", CultureInfo.InvariantCulture));
        Register(handlebars, "stripreplace", a => (Text(a[0])).Trim().Replace(Text(a[1]), Text(a[2]), StringComparison.Ordinal));
        return handlebars;
    }

    public static string Truncate(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 3), "...");

    public static string Capitalize(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Text(object? value) => (string)value!;

    private static int Number(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private static void Register(IHandlebars handlebars, string name, Func<Arguments, string> body) =>
        handlebars.RegisterHelper(name, (writer, _, arguments) => writer.WriteSafeString(body(arguments)));
}
