package dk.grundskema.api.service.subscribe;

import com.github.benmanes.caffeine.cache.Ticker;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.publish.FeedLink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Caches recently sent feed files, and validators of many more: most requests come from clients that already have the feed. A large plan
 * has thousands of feeds, each requested every hour, by some clients once a day. Entries are keyed by link, version, language and options,
 * so that a publication needs no invalidation.
 */
final class FeedFileCache {
    private static final int FILE_CACHE_SIZE = 400;
    private static final int STAMP_CACHE_SIZE = 20_000;
    private static final Duration STAMP_LIFETIME = Duration.ofDays(2); // a stamp contains no personal data

    private final ToLongFunction<FeedLink> versions;
    private final InstantSource clock;
    private final LeastRecentlyUsedCache<List<Object>, FeedFile> files = LeastRecentlyUsedCache.create(FILE_CACHE_SIZE);
    private final LeastRecentlyUsedCache<List<Object>, FeedFile.Stamp> stamps;

    /** @param versions returns the write counter of a link's feed */
    FeedFileCache(ToLongFunction<FeedLink> versions, InstantSource clock) {
        this(versions, clock, Ticker.systemTicker());
    }

    /** @param nanos monotonic clock in nanoseconds with an arbitrary origin; measures how long entries are unused */
    FeedFileCache(ToLongFunction<FeedLink> versions, InstantSource clock, Ticker nanos) {
        this.versions = versions;
        this.clock = clock;
        this.stamps = LeastRecentlyUsedCache.create(STAMP_CACHE_SIZE, STAMP_LIFETIME, nanos);
    }

    /**
     * A request for a feed at a time.
     *
     * @param link    link of the feed
     * @param version write counter of the feed
     * @param wishes  options of the client
     * @param now     time of the request
     */
    record FeedRequest(FeedLink link, long version, FeedOptions wishes, Instant now) {
        private List<Object> key() {
            return List.of(link.id(), version, link.language(), wishes);
        }

        private boolean isCurrent(FeedFile.Stamp stamp) {
            return now.isBefore(stamp.until());
        }
    }

    /** Returns a request for a feed at the current time. */
    FeedRequest request(FeedLink link, FeedOptions wishes) {
        return new FeedRequest(link, versions.applyAsLong(link), wishes, clock.instant());
    }

    /** Returns the cached validators of the feed, or {@code null} if there are none. */
    FeedFile.@Nullable Stamp findStamp(FeedRequest feedRequest) {
        FeedFile.Stamp stamp = stamps.getIfPresent(feedRequest.key());
        return stamp == null || !feedRequest.isCurrent(stamp) ? null : stamp;
    }

    /** Returns the cached file of the feed, or {@code null} if there is none. */
    @Nullable
    FeedFile findFile(FeedRequest feedRequest) {
        FeedFile file = files.getIfPresent(feedRequest.key());
        return file == null || !feedRequest.isCurrent(file.stamp()) ? null : file;
    }

    /** Creates and caches the file. It is valid until the next publication, or until a cancelled event is dropped. */
    FeedFile create(FeedSnapshot feed, FeedRequest feedRequest) {
        var same = new FeedRequest(feed.link(), feed.version(), feedRequest.wishes(), feedRequest.now());
        FeedFile made = FeedFile.of(feed, same.wishes(), same.now());
        files.put(same.key(), made);
        stamps.put(same.key(), made.stamp());
        return made;
    }
}
