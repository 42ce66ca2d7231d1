package dk.grundskema.api.service.subscribe;

import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Background tasks of this package. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    /** Bean name of the executor that refreshes feeds. */
    static final String EXECUTOR = "feedExecutor";

    private static final int MOST_WAITING = 200;
    private static final int CLOSING_SECONDS = 10;

    /** One thread. It is waited for and not interrupted, because an interrupt would close the embedded database. */
    @Bean(name = EXECUTOR, defaultCandidate = false)
    static ThreadPoolTaskExecutor feedExecutor() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setMaxPoolSize(1);
        executor.setQueueCapacity(MOST_WAITING);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setThreadNamePrefix("feeds-");
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(CLOSING_SECONDS);
        return executor;
    }
}
