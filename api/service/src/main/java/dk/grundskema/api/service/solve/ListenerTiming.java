package dk.grundskema.api.service.solve;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Intervals for listeners of solve events. Only tests change the defaults. */
@Component
final class ListenerTiming {
    private volatile Duration maximumDuration = Duration.ofMinutes(30);
    private volatile Duration heartbeatInterval = Duration.ofSeconds(15);

    /** Returns after how long a listener is disconnected. Clients reconnect if they are still interested. */
    Duration maximumDuration() {
        return maximumDuration;
    }

    /** Returns the interval of heartbeats to silent listeners, because proxies close idle connections. */
    Duration heartbeatInterval() {
        return heartbeatInterval;
    }

    /** Changes the intervals for new listeners. */
    void set(Duration longestFromNowOn, Duration beatsFromNowOn) {
        maximumDuration = longestFromNowOn;
        heartbeatInterval = beatsFromNowOn;
    }
}
