package dk.grundskema.api.server.solving;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often those who listen to solves are thought of. Only tests set another pace than the one that it begins with. */
@Component
final class ListeningPace {
    private volatile Duration longest = Duration.ofMinutes(30);
    private volatile Duration beats = Duration.ofSeconds(15);

    /** After so long somebody who listens is sent away, and comes back if he still wants to. */
    Duration longest() {
        return longest;
    }

    /** Whoever was told nothing for so long is told that somebody is still there, for proxies end lines that are silent. */
    Duration beats() {
        return beats;
    }

    /** Sets another pace, for those who listen from now on. */
    void set(Duration longestFromNowOn, Duration beatsFromNowOn) {
        longest = longestFromNowOn;
        beats = beatsFromNowOn;
    }
}
