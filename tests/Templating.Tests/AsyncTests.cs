namespace Clientele.Templating.Tests;

public sealed class AsyncTests
{
    [Fact]
    public async Task Tasks_and_asynchronous_sequences_are_awaited_before_rendering()
    {
        var template = Render.Engine().Compile("{{ name }} {{ for x in numbers; x; end }} {{ client.city }} {{ for l in lines; l.text; end }} {{ plain }}", "t");
        var text = await template.RenderAsync(new
        {
            Name = Later("Ada"),
            Numbers = Numbers(),
            Client = Later(new { City = new ValueTask<string>("Shanghai") }),
            Lines = new[] { new { Text = Later("a") }, new { Text = Later("b") } },
            Plain = 5,
        });
        Assert.Equal("Ada 123 Shanghai ab 5", text);
    }

    [Fact]
    public async Task What_the_template_does_not_read_is_not_awaited() => Assert.Equal(
        "1", await Render.Engine().Compile("{{ a }}", "t").RenderAsync(new { A = Later(1), Never = new TaskCompletionSource<int>().Task }));

    [Fact]
    public async Task Waiting_ends_at_the_deadline()
    {
        var template = Render.Engine().Compile("{{ a }}", "t");
        var options = new RenderOptions { Budget = new() { Deadline = TimeSpan.FromMilliseconds(50) } };
        var error = await Assert.ThrowsAsync<TemplateException>(
            async () => await template.RenderAsync(new { A = new TaskCompletionSource<int>().Task }, options));
        Assert.Equal(TemplateErrorCode.Deadline, error.Code);
    }

    [Fact]
    public async Task A_task_that_fails_is_reported()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(async () => await Render.Engine().Compile("{{ a }}", "t")
            .RenderAsync(new { A = Task.FromException<int>(new InvalidOperationException("no")) }));
        Assert.Equal(TemplateErrorCode.Host, error.Code);
    }

    [Fact]
    public async Task An_endless_sequence_ends_at_the_item_limit()
    {
        var options = new RenderOptions { Budget = new() { CollectionItems = 100 } };
        var error = await Assert.ThrowsAsync<TemplateException>(
            async () => await Render.Engine().Compile("{{ a | array.size }}", "t").RenderAsync(new { A = Endless() }, options));
        Assert.Equal(TemplateErrorCode.CollectionLimit, error.Code);
    }

    private static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    private static async IAsyncEnumerable<int> Numbers()
    {
        for (var i = 1; i <= 3; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> Endless()
    {
        await Task.Yield();
        while (true)
        {
            yield return 1;
        }
    }
}
