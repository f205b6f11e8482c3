using static Clientele.Analysis.Indicators.IndicatorUnit;

namespace Clientele.Analysis.Indicators;

/// <summary>What the ten indicators are computed from; <see langword="null"/> for what is not known.</summary>
public sealed record KeyAccountInputs
{
    /// <summary>Sales of the period.</summary>
    public double? Sales { get; init; }

    /// <summary>Sales of the period before.</summary>
    public double? SalesBefore { get; init; }

    /// <summary>Profit of the period.</summary>
    public double? Profit { get; init; }

    /// <summary>Sales on credit; the sales of the period when they are not told apart.</summary>
    public double? CreditSales { get; init; }

    /// <summary>Receivables at the start.</summary>
    public double? ReceivablesAtStart { get; init; }

    /// <summary>Receivables at the end.</summary>
    public double? ReceivablesAtEnd { get; init; }

    /// <summary>The sales that were forecast.</summary>
    public double? Forecast { get; init; }

    /// <summary>Satisfaction, 0 to 10.</summary>
    public double? Satisfaction { get; init; }

    /// <summary>Sales of the whole market.</summary>
    public double? Market { get; init; }

    /// <summary>Clients at the start.</summary>
    public double? ClientsAtStart { get; init; }

    /// <summary>Clients at the end.</summary>
    public double? ClientsAtEnd { get; init; }

    /// <summary>Clients won in the period.</summary>
    public double? ClientsWon { get; init; }

    /// <summary>Orders delivered.</summary>
    public double? Orders { get; init; }

    /// <summary>Orders delivered on time.</summary>
    public double? OrdersOnTime { get; init; }

    /// <summary>Orders delivered without a mistake.</summary>
    public double? OrdersCorrect { get; init; }

    /// <summary>Days in the period; 365 by default.</summary>
    public double Days { get; init; } = 365;
}

/// <summary>The ten indicators of key-account management.</summary>
public static class KeyAccountIndicators
{
    /// <summary>Computes the indicators, in the order of the text they come from. The tenth has two parts, the third is given in turns and in days.</summary>
    /// <param name="inputs">What is known.</param>
    /// <param name="period">Of which period, such as <c>2025</c>.</param>
    /// <returns>Every indicator, those without a value included.</returns>
    public static IReadOnlyList<Indicator> Of(KeyAccountInputs inputs, string period)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var credit = inputs.CreditSales ?? inputs.Sales;
        var turns = Quotient(credit, (inputs.ReceivablesAtStart + inputs.ReceivablesAtEnd) / 2);
        var days = turns.Then(value => Quotient(inputs.Days, value));
        LocalizedText sales = new("sales", "成交"), ledger = new("payments due and received", "应收与回款"), clients = new("sales of each client", "各客户成交"), orders = new("orders and deliveries", "订单与交付");
        return
        [
            Made("sales", new("Sales", "销售额"), new("sum of sales", "成交金额之和"), IndicatorUnit.Money, sales, Plain(inputs.Sales)),
            Made("margin", new("Profit margin", "利润率"), new("profit ÷ sales", "利润 ÷ 销售额"), Ratio, new("sales and costs", "成交与成本"), Quotient(inputs.Profit, inputs.Sales)),
            Made("receivable_turnover", new("Receivables turnover", "应收账款周转率"), new("credit sales ÷ mean receivables", "赊销额 ÷ 平均应收账款"), Turns, ledger, turns),
            Made("receivable_days", new("Days of receivables", "应收账款周转天数"), new("days ÷ turnover", "天数 ÷ 周转率"), Days, ledger, days),
            Made("growth", new("Sales growth", "销售增长率"), new("sales ÷ sales before − 1", "本期销售额 ÷ 上期销售额 − 1"), Ratio, sales, Less(Quotient(inputs.Sales, inputs.SalesBefore), 1)),
            Made("forecast_accuracy", new("Forecast accuracy", "销售预测准确率"), new("1 − |forecast − actual| ÷ actual", "1 − |预测 − 实际| ÷ 实际"), Ratio, new("forecasts and sales", "预测与成交"), Quotient(inputs.Forecast, inputs.Sales).Then(ratio => Finding.Of(1 - Math.Abs(ratio - 1)))),
            Made("satisfaction", new("Client satisfaction", "客户满意度"), new("mean of the answers", "评分均值"), Points, new("survey answers", "满意度答复"), Plain(inputs.Satisfaction)),
            Made("market_share", new("Market share", "产品市场占有率"), new("our sales ÷ market", "我方销售额 ÷ 市场总量"), Ratio, new("sales and market estimate", "成交与市场估计"), Quotient(inputs.Sales, inputs.Market)),
            Made("new_client_rate", new("New-client rate", "新客户获得率"), new("clients won ÷ clients at the start", "新客户数 ÷ 期初客户数"), Ratio, clients, Quotient(inputs.ClientsWon, inputs.ClientsAtStart)),
            Made("retention", new("Client retention", "客户留住率"), new("(clients at the end − clients won) ÷ clients at the start", "（期末客户数 − 新客户数）÷ 期初客户数"), Ratio, clients, Quotient(inputs.ClientsAtEnd - inputs.ClientsWon, inputs.ClientsAtStart)),
            Made("on_time", new("Orders on time", "订单及时率"), new("orders on time ÷ orders", "及时订单数 ÷ 订单数"), Ratio, orders, Quotient(inputs.OrdersOnTime, inputs.Orders)),
            Made("order_accuracy", new("Orders without a mistake", "订单准确率"), new("correct orders ÷ orders", "准确订单数 ÷ 订单数"), Ratio, orders, Quotient(inputs.OrdersCorrect, inputs.Orders)),
        ];

        Indicator Made(string name, LocalizedText title, LocalizedText formula, IndicatorUnit unit, LocalizedText source, Finding<double> value) => new(name, title, formula, unit, source, period, value);
    }

    private static Finding<double> Plain(double? value) =>
        value is { } known && double.IsFinite(known) ? Finding.Of(known) : Finding.Refused<double>("not_available", new("An input is not known.", "缺少所需数据。"));

    private static Finding<double> Quotient(double? above, double? below) => Plain(above).Then(top => Plain(below).Then(bottom =>
        bottom > 0 && double.IsFinite(top / bottom) ? Finding.Of(top / bottom) : Finding.Refused<double>(Unusable.NoBase(new("number below the line", "分母")))));

    private static Finding<double> Less(Finding<double> value, double less) => value.Then(known => Finding.Of(known - less));
}
