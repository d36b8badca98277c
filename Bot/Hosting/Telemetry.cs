using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Metrics and traces by OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
public static class Telemetry
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration[Endpoint]))
        {
            services.AddHostedService<OutboxGauge>();
            services.AddHostedService<TelemetryExport>();
        }
    }

    private sealed class TelemetryExport : IHostedService, IDisposable
    {
        private MeterProvider? meters;
        private TracerProvider? traces;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            meters = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => resource.AddService(BotMetrics.Name))
                .AddMeter(BotMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter()
                .Build();
            traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(resource => resource.AddService(BotMetrics.Name))
                .AddSource(BotMetrics.Name, "Microsoft.AspNetCore")
                .AddOtlpExporter()
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            meters?.Dispose();
            traces?.Dispose();
        }
    }
}
