package org.placewell.support;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;

/**
 * Law 9, a delegate run twice has one effect, proved wherever a test drives a model from {@link ModelCoverage#start} to
 * {@link ModelCoverage#assertComplete}: every delegate on the way runs twice with the same variables, and the second run must
 * neither add, change nor remove a row of our tables, nor start a process, nor give another answer.
 */
@Component
class DelegatesTwice implements BeanPostProcessor {

    private static final Set<String> PROCESSES = new ConcurrentSkipListSet<>();
    private static final Set<String> RAN = new ConcurrentSkipListSet<>();
    private final BeanFactory beans;

    DelegatesTwice(BeanFactory beans) {
        this.beans = beans;
    }

    static void in(String process) {
        PROCESSES.add(process);
    }

    static void stop(String process) {
        PROCESSES.remove(process);
    }

    /** The names of the delegates that have run twice. */
    static Set<String> ran() {
        return RAN;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JavaDelegate delegate ? (JavaDelegate) execution -> run(delegate, name, execution) : bean;
    }

    private void run(JavaDelegate delegate, String name, DelegateExecution execution) throws Exception {
        delegate.execute(execution);
        if (PROCESSES.contains(execution.getProcessDefinitionId().split(":")[0])) {
            var once = effects(execution);
            delegate.execute(execution);
            var twice = effects(execution);
            RAN.add(name);
            if (!once.equals(twice)) {
                once.forEach(twice::remove);
                throw new AssertionError("The second run of the delegate " + name + " has an effect of its own: " + twice);
            }
        }
    }

    /** What the transaction has done so far: rows written and removed by table, processes started, and the variables. */
    private TreeMap<String, String> effects(DelegateExecution execution) {
        SharedEntityManagerCreator.createSharedEntityManager(beans.getBean(EntityManagerFactory.class)).flush();
        var jdbc = beans.getBean(JdbcClient.class);
        var effects = new TreeMap<String, String>();
        jdbc.sql("""
                        select relname, n_tup_del from pg_stat_xact_user_tables
                        where relname not like 'act\\_%' and has_table_privilege(relid, 'select') and n_tup_ins + n_tup_upd + n_tup_del > 0""")
                .query((row, n) -> List.of(row.getString(1), row.getString(2))).list()
                .forEach(table -> effects.put("table " + table.get(0), rows(jdbc, table.get(0)) + ", " + table.get(1) + " removed"));
        var command = Context.getCommandContext();
        var begun = command == null ? 0 : command.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(ExecutionEntity::isProcessInstanceExecution).count();
        effects.put("processes", String.valueOf(begun));
        execution.getVariables().forEach((variable, value) -> effects.put("variable " + variable, String.valueOf(value)));
        return effects;
    }

    /** How many rows this transaction has written, and a sum over their contents: writing the same again is no effect. */
    private static String rows(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) || ' written, contents ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table
                + " t where t.xmin = pg_current_xact_id()::xid").query(String.class).single();
    }
}
