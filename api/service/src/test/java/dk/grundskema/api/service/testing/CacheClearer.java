package dk.grundskema.api.service.testing;

import com.github.benmanes.caffeine.cache.Cache;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.start.Server;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.DispatcherServlet;

/** Empties the caches of a running service, so that its next answer comes from the database as after a restart. */
public final class CacheClearer {
    private static final String PRODUCT = "dk.grundskema.";

    private final List<Runnable> caches = new ArrayList<>();

    /** Finds the caches in the fields of all beans of a service that has answered a request. */
    public CacheClearer(Server server) {
        Objects.requireNonNull(server.bean(DispatcherServlet.class).getWebApplicationContext())
                .getBeansOfType(Object.class)
                .values()
                .stream()
                .filter(bean -> bean.getClass().getName().startsWith(PRODUCT))
                .forEach(this::findCaches);
        if (caches.size() < 20) {
            throw new IllegalStateException("Only %d caches were found.".formatted(caches.size()));
        }
    }

    private void findCaches(Object bean) {
        for (Class<?> type = bean.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = value(field, bean);
                if (value instanceof Cache<?, ?> cache) {
                    caches.add(cache::invalidateAll);
                } else if (value instanceof LeastRecentlyUsedCache<?, ?> cache) {
                    caches.add(cache::invalidateAll);
                }
            }
        }
    }

    private static @Nullable Object value(Field field, Object bean) {
        if (field.getType() != Cache.class && field.getType() != LeastRecentlyUsedCache.class) {
            return null;
        }
        try {
            field.setAccessible(true);
            return field.get(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties all caches. */
    public void clear() {
        caches.forEach(Runnable::run);
    }
}
