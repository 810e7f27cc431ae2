package org.placewell.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Counts the SQL statements that are sent to the database, when {@code placewell.count-statements} is on: for the simulation
 * and the benchmarks. A batch counts once.
 */
@Component
@ConditionalOnProperty("placewell.count-statements")
public class CountedStatements implements BeanPostProcessor {

    private final LongAdder count = new LongAdder();

    /** How many statements have been sent. */
    public long count() {
        return count.sum();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? proxy(DataSource.class, source, this::dataSource) : bean;
    }

    private Object dataSource(Object answer) {
        return answer instanceof Connection connection ? proxy(Connection.class, connection, this::connection) : answer;
    }

    private Object connection(Object answer) {
        if (answer instanceof CallableStatement statement) {
            return proxy(CallableStatement.class, statement, same -> same);
        }
        if (answer instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement, same -> same);
        }
        return answer instanceof Statement statement ? proxy(Statement.class, statement, same -> same) : answer;
    }

    private <T> T proxy(Class<T> type, T target, java.util.function.UnaryOperator<Object> wrap) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                count.increment();
            }
            try {
                return wrap.apply(method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
