package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.platform.Lately;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Feeds as they were sent lately, and of many more by what clients know them again: most requests come from programs that have a feed already, and each
 * of a large plan's thousands of feeds is asked for every hour, by some programs once a day.
 */
final class FeedFiles {
    private static final int FILES = 400;
    private static final int STAMPS = 20_000;
    private static final Duration STAMPED = Duration.ofDays(2); // a stamp says nothing of anybody

    private final ToLongFunction<Link> versions;
    private final InstantSource clock;
    private final Lately<List<Object>, FeedFile> files = new Lately<>(FILES);
    private final Lately<List<Object>, FeedFile.Stamp> stamps;

    /** @param versions counts how often what a link leads to was written */
    FeedFiles(ToLongFunction<Link> versions, InstantSource clock) {
        this(versions, clock, System::nanoTime);
    }

    /** @param nanos by which the time is measured that nobody asks, in nanoseconds from anywhere */
    FeedFiles(ToLongFunction<Link> versions, InstantSource clock, LongSupplier nanos) {
        this.versions = versions;
        this.clock = clock;
        this.stamps = new Lately<>(STAMPS, STAMPED, nanos);
    }

    /**
     * A feed at some moment.
     *
     * @param link    by which it is asked for
     * @param version counts how often what it says was written
     * @param wishes  how it is wished
     * @param now     the moment
     */
    record Asked(Link link, long version, FeedWishes wishes, Instant now) {
        private List<Object> key() {
            return List.of(link.id(), version, link.language(), wishes);
        }

        private boolean isStill(FeedFile.Stamp stamp) {
            return now.isBefore(stamp.until());
        }
    }

    /** What somebody asks for. */
    Asked asked(Link link, FeedWishes wishes) {
        return new Asked(link, versions.applyAsLong(link), wishes, clock.instant());
    }

    /** By what clients know the feed, if that is known; {@code null} otherwise. */
    FeedFile.@Nullable Stamp stamp(Asked asked) {
        FeedFile.Stamp stamp = stamps.find(asked.key());
        return stamp == null || !asked.isStill(stamp) ? null : stamp;
    }

    /** The feed, if it was sent lately; {@code null} otherwise. */
    @Nullable
    FeedFile file(Asked asked) {
        FeedFile file = files.find(asked.key());
        return file == null || !asked.isStill(file.stamp()) ? null : file;
    }

    /** The feed made anew: it stays the same until the next publication, or until something that was cancelled is told no longer. */
    FeedFile made(FeedNow feed, Asked asked) {
        var same = new Asked(feed.link(), feed.version(), asked.wishes(), asked.now());
        FeedFile made = FeedFile.of(feed, same.wishes(), same.now());
        files.put(same.key(), made);
        stamps.put(same.key(), made.stamp());
        return made;
    }
}
