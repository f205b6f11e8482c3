using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Clientele.Host.Printing;

/// <summary>A column of a listing.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Value">The value: text, number, day, boolean, or a list of text.</param>
internal sealed record Column<T>(string Key, LocalizedText Title, Func<T, object?> Value);

/// <summary>Rows with one definition for all three forms: a table on a terminal, one unwrapped line a row in a pipe (columns parted by tabs), and JSON.</summary>
internal sealed class Listing<T>(params IReadOnlyList<Column<T>> columns)
{
    public async Task WriteAsync(Run run, IReadOnlyList<T> rows)
    {
        if (run.Json)
        {
            await run.LineAsync(Json(rows)).ConfigureAwait(false);
        }
        else if (Terminal.Is(run.Output))
        {
            Table(run, rows);
        }
        else
        {
            await run.LineAsync(string.Join('\t', columns.Select(column => run.Say(column.Title)))).ConfigureAwait(false);
            foreach (var row in rows)
            {
                await run.LineAsync(string.Join('\t', columns.Select(column => Plain(column.Value(row))))).ConfigureAwait(false);
            }
        }
    }

    /// <summary>One row in full: a line a column, or one JSON object.</summary>
    public async Task WriteCardAsync(Run run, T row)
    {
        if (run.Json)
        {
            await run.LineAsync(Json(json => Write(json, row))).ConfigureAwait(false);
            return;
        }

        foreach (var (title, value) in columns.Select(column => (run.Say(column.Title), Plain(column.Value(row)))).Where(line => line.Item2.Length > 0))
        {
            await run.LineAsync($"{title}: {value}").ConfigureAwait(false);
        }
    }

    private void Table(Run run, IReadOnlyList<T> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            var numbers = rows.Count > 0 && rows.All(row => column.Value(row) is null or long or int or decimal) && rows.Any(row => column.Value(row) is not null);
            table.AddColumn(new TableColumn(Markup.Escape(run.Say(column.Title))) { Alignment = numbers ? Justify.Right : Justify.Left });
        }

        foreach (var row in rows)
        {
            table.AddRow([.. columns.Select(column => new Text(Shown(column.Value(row))))]);
        }

        Terminal.On(run.Output).Write(table);
    }

    private string Json(IReadOnlyList<T> rows) => Json(json =>
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            Write(json, row);
        }

        json.WriteEndArray();
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void Write(Utf8JsonWriter json, T row)
    {
        json.WriteStartObject();
        foreach (var column in columns)
        {
            json.WritePropertyName(column.Key);
            WriteValue(json, column.Value(row));
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case IEnumerable<string> list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    json.WriteStringValue(item);
                }

                json.WriteEndArray();
                break;
            default: json.WriteStringValue(Plain(value)); break;
        }
    }

    private static string Shown(object? value) => value switch
    {
        decimal number => number.ToString("#,0.##", CultureInfo.InvariantCulture),
        long number => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => Plain(value),
    };

    // A line stays a line: what would break it is shown as a space.
    private static string Plain(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> list => OneLine(string.Join("; ", list)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => OneLine(value.ToString() ?? ""),
    };

    private static string OneLine(string text) => text.AsSpan().IndexOfAny("\t\r\n") < 0 ? text : text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
