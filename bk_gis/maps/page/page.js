var bkgis=(()=>{var Ut=Object.defineProperty;var us=Object.getOwnPropertyDescriptor;var ds=Object.getOwnPropertyNames;var fs=Object.prototype.hasOwnProperty;var ms=(s,t)=>{for(var e in t)Ut(s,e,{get:t[e],enumerable:!0})},ps=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of ds(t))!fs.call(s,o)&&
o!==e&&Ut(s,o,{get:()=>t[o],enumerable:!(n=us(t,o))||n.enumerable});return s};var gs=s=>ps(Ut({},"__esModule",{value:!0}),s);var kn={};ms(kn,{DEGREE:()=>B,Live:()=>G,View:()=>rt,el:()=>u,formatNumber:()=>E,learn:()=>$t,located:()=>qt,memo:()=>T,missingUnits:()=>W,refill:()=>I,ringsOf:()=>q,
rounded:()=>D,saveFile:()=>gt,say:()=>f,shortUnits:()=>St,start:()=>xn,summarise:()=>H,unitName:()=>j,unitNames:()=>Ot});var G=class{followers=[];follow(t){this.followers.push(t)}show(t){for(let e of this.followers)e(t)}text(t){let e=document.createTextNode("");return this.follow(
n=>{let o=t(n);e.data!==o&&(e.data=o)}),e}attribute(t,e,n){return this.follow(o=>{let i=n(o);t.getAttribute(e)!==i&&le(t,e,i)}),t}};function le(s,t,e){e===!1||e===
null||e===void 0?s.removeAttribute(t):s.setAttribute(t,e===!0?"":e)}function u(s,t={},...e){let n=document.createElement(s);for(let[o,i]of Object.entries(t))typeof i==
"function"?n.addEventListener(o,i):le(n,o,i);return n.append(...e.flat().filter(o=>o!=null)),n}var bs="http://www.w3.org/2000/svg";function $(s,t,...e){let n=document.
createElementNS(bs,s);for(let[o,i]of Object.entries(t))n.setAttribute(o,i);return n.append(...e),n}function I(s,...t){let e=s.contains(document.activeElement)?document.
activeElement.dataset.key:null,n=s.firstChild?s.scrollTop:0;if(s.replaceChildren(...t.flat().filter(Boolean)),n&&(s.scrollTop=n),e){let o=[...s.querySelectorAll(
"[data-key]")].find(i=>i.dataset.key===e);o||(s.tabIndex=-1),(o||s).focus({preventScroll:!0})}}function ct(s){let t=null,e=requestAnimationFrame(()=>{e=requestAnimationFrame(
()=>{t=setTimeout(s)})});return()=>{cancelAnimationFrame(e),clearTimeout(t)}}function Q(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function T(s){let t=new WeakMap;return(e,...n)=>(t.has(e)||t.set(e,s(e,...n)),t.get(e))}var he={disc:{largest:18,whole:640,most_painted:.1,least_growth:.7,most_growth:2.2,outline:1.75,edge:"#FFFFFF",gap:5.8,open:6,step:.3,halves:8,crowd:300},status:{
at:2.3,width:1.2,dash:[3,2.4],tick:5},name:{beside:4,above:3,corner:3,further:14,steps:13,ways:16,leader:8,joints:32,line:1.5,all_up_to:60},area:{spots:12,around:3,
vertices:100,width:2,clear:8,most_marked:30},hatch:{step:5,width:.8,colour:"#B3A594"},tints:["#F3EBDC","#E3EFE1","#E4EBF5","#F4E6EA","#EFEAF6","#E6F1F2","#F5EFD\
2","#ECECEC"]};var{disc:P,name:A,area:U,hatch:F,status:C}=he;function X(s,t,e){let n=0;return s.map((o,i)=>(n+=o*t[i],e*Math.sqrt(n)))}var B=1e5;function de(s){let t=[],e=[0,0];for(let n=0,o=0;n<s.length;o^=1){let i=0,r=0,a;do a=s.charCodeAt(n++)-63,i|=(a&31)<<r,r+=5;while(a>=32);e[o]+=i&1?~(i>>
1):i>>1,t.push(e[o])}return t}var V=s=>s<0?~s:s;function ys(s,t){let e=[];for(let n of t){let o=s[V(n)],i=o.length-2;for(let r=e.length?2:0;r<=i;r+=2){let a=n<0?
i-r:r;e.push([o[a+1]/B,o[a]/B])}}return e}var ue=(s,t)=>(s[t]+2**25)*2**26+s[t+1]+2**25;function lt(s,t){let e=new Uint8Array(s.length),n=t.flat(2);for(let l of n)
e[V(l)]+=1;let o=l=>l<0?ue(s[~l],s[~l].length-2):ue(s[l],0),i=l=>o(~l),r=new Map;for(let l of n){if(e[V(l)]!==1)continue;let c=o(l);r.has(c)||r.set(c,[]),r.get(
c).push(l)}let a=[];for(let l of r.values())for(;l.length;){let c=[l.pop()];for(let h=r.get(i(c[0]));h&&h.length;h=r.get(i(c.at(-1))))c.push(h.pop());a.push(c)}
return a}function yt(s,[t,e]){let n=!1;for(let o of s)for(let i=0,r=o.length-1;i<o.length;r=i++){let[a,l]=[o[i],o[r]];a[0]>t!=l[0]>t&&e<(l[1]-a[1])*(t-a[0])/(l[0]-
a[0])+a[1]&&(n=!n)}return n}var q=T(({outline:s},{arcs:t})=>s.map(e=>ys(t,e))),Z=T(({outline:s},{arcs:t})=>jt(s.flat().map(e=>t[V(e)])));function jt(s){let[t,e,
n,o]=[1/0,1/0,-1/0,-1/0];for(let i of s)for(let r=0;r<i.length;r+=2)i[r]<e&&(e=i[r]),i[r]>o&&(o=i[r]),i[r+1]<t&&(t=i[r+1]),i[r+1]>n&&(n=i[r+1]);return[[t/B,e/B],
[n/B,o/B]]}function xt(s,t,e=null){let n=s.map(()=>[]);t.rings.forEach((i,r)=>{for(let a of i.flat())n[V(a)].push(r)});let o={commune:[],district:[],subregion:[],
outline:[]};return n.forEach((i,r)=>{let[a,l]=i,c=h=>h[a]!==h[l];i.length<2?o.outline.push(r):c(t.subregion)?o.subregion.push(r):c(t.district)?o.district.push(r):
(!e||c(e))&&o.commune.push(r)}),o}function me(s){let t=s.communes.arcs.map(l=>de(l)),{communes:e,districts:n,clusters:o}=s,i=(l,c)=>lt(t,e.rings.filter((h,d)=>l[d]===c)),r=(l,c,h)=>{let d;return Object.
defineProperty(l,"outline",{get:()=>d??=i(c,h)}),Object.freeze(l)},a={...s,arcs:t,borders:xt(t,e),bounds:jt(s.inset?[...t,s.inset.box]:t),communes:e.code.map((l,c)=>Object.
freeze({code:l,name:e.name[c],unit:e.unit[c],district:e.district[c]??null,subregion:e.subregion[c]??null,outline:e.rings[c]})),subregions:s.subregions.map((l,c)=>r(
{...l},e.subregion,c)),districts:n.code.map((l,c)=>r({code:l,name:n.name[c],subregion:n.subregion[c]??null},e.district,c)),clusters:o.id.map((l,c)=>Object.freeze(
{id:l,name:o.name[c],printed:o.printed[c],...qt(o,c),became:o.became[c],changed:o.changed[c],note:o.note[c],status:o.became[c]?.status??"unknown",ha:o.ha.map(h=>h[c])}))};
return a.hasStatuses=a.clusters.some(({became:l})=>l),a.tinted=a.subregions.length?a.subregions:[{tint:s.tint,outline:lt(t,e.rings)}],a.units={commune:a.communes,
district:a.districts,subregion:a.subregions}[a.level],Object.freeze(a)}var qt=({location:s,district:t,subregion:e,units:n,communes:o,methods:i,method:r,x:a,y:l},c)=>({
location:s[c],district:t[c]??null,subregion:e[c]??null,units:n[c],communes:o[c],method:i[r[c]],latlng:a[c]===null?null:[l[c]/B,a[c]/B]}),j=(s,t)=>s.name??s.label[t];
function K(s,t){return{district:s.districts[t.district],subregion:s.subregions[t.subregion]}}function _(s,t){return s.phases.map(e=>+(t.alone?e.end===t.by:e.end<=
t.by))}var D=s=>Math.round(s*1e6)/1e6;function z(s,t){let e=0;for(let n=0;n<t.length;n++)e+=s.ha[n]*t[n];return D(e)}function kt({district:s,subregion:t}){return s===
null&&t===null}function tt(s,t,e){return t.district!==null?e.district===t.district:t.subregion!==null?e.subregion===t.subregion:!0}var Dt=(s,t)=>Object.hasOwn(s,
t)?s[t]:void 0;function Ft(s,t,e=[]){let n=t.map((r,a)=>a).filter(r=>t[r]),o=r=>{if(s&&s[r]!==null)return s[r];let a=e.map(l=>l?l[r]:null);return a.length&&!a.includes(
null)?a.reduce((l,c)=>l+c,0):null},i=n.map(o);return i.length&&!i.includes(null)?D(i.reduce((r,a)=>r+a,0)):null}var fe=T(()=>new Map);function H(s,{by:t,alone:e}){
let n=`${t} ${!!e}`,o=fe(s);return o.has(n)||o.set(n,xs(s,{by:t,alone:e},s.before&&fe(s.before).get(n))),o.get(n)}function xs(s,t,e){let n=_(s,t),o=_(s,{...t,alone:!1}),
i=p=>({clusters:0,hectares:0,there:0,...p,covered:0,of:0,stated:null}),r=p=>(e?e[p]:s[p].map(()=>null)).map(i),[a,l,c]=[r("districts"),r("subregions"),i(e?.whole)],
h={commune:()=>r("units"),district:()=>a,subregion:()=>l}[s.level](),d=({district:p,subregion:k},M)=>new Set([a[p],l[k],...M.map(S=>h[S]),c]),m=(p,k,M)=>{for(let S of p)
S&&(S[k]+=M)},w=(p,k)=>{let M=z(p,n);if(M>0){let S=d(p,p.units);m(S,"clusters",k),m(S,"hectares",k*M)}z(p,o)>0&&m(new Set(p.units.map(S=>h[S])),"there",k)},b=e?
s.before.clusters:[],[y,g,v]=[0,s.clusters.length,b.length];for(;y<Math.min(g,v)&&b[y]===s.clusters[y];)y+=1;for(;y<Math.min(g,v)&&b[v-1]===s.clusters[g-1];)[g,
v]=[g-1,v-1];for(let p of b.slice(y,v))w(p,-1);for(let p of s.clusters.slice(y,g))w(p,1);s.units.forEach((p,k)=>{let M=s.level==="subregion"?[h[k],c]:d(p,[k]);m(
M,"of",1),h[k].there&&m(M,"covered",1)});let x=p=>s.districts.filter(p).map(({code:k})=>Dt(s.stated.districts,k));a.forEach((p,k)=>{p.stated=Ft(Dt(s.stated.districts,
s.districts[k].code),n)}),l.forEach((p,k)=>{let M=x(({subregion:S})=>S===k);p.stated=Ft(Dt(s.stated.subregions,s.subregions[k].id),n,M)}),c.stated=Ft(s.stated.province,
n,x(()=>!0));for(let p of new Set([...a,...l,...h,c]))p.hectares=D(p.hectares);return{districts:a,subregions:l,units:h,whole:c}}function W(s,t){let{units:e}=H(s,
{by:t,alone:!1});return e.flatMap(({covered:n},o)=>n?[]:[o])}var N=s=>s.length>U.most_marked,vt=({rules:s})=>s.some(({clusters:t})=>t===1);function St(s,{by:t,clusters:e,
hectares:n}){let{units:o}=H(s,{by:t,alone:!1}),i=r=>r.clusters>=(e??0)&&r.hectares>=(n??0)-1e-6;return o.flatMap((r,a)=>i(r)?[]:[a])}var ht={};function $t(s){ht={...ht,...s}}function f(s,t,e={}){if(!ht[t])throw new Error(`words.toml has no '${t}' for the page`);return ht[t][s].replace(/\{(\w+)\}/g,
(n,o)=>String(e[o]))}function ut(s,t){return f(s,ht[`placed ${t}`]?`placed ${t}`:"not placed")}var Ht=s=>{let t=null;return()=>t??=s()},ks={vi:Ht(()=>new Intl.NumberFormat(
"vi",{maximumFractionDigits:2})),en:Ht(()=>new Intl.NumberFormat("en",{maximumFractionDigits:2}))},vs=Ht(()=>new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"\
long",year:"numeric",timeZone:"UTC"}));function E(s,t){return ks[s]().format(t.toFixed(2))}function Gt(s,t){return s==="vi"?t.split("-").reverse().join("/"):vs().
format(new Date(t))}var Ss=/(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;function dt(s){return s.normalize("NFD").replace(/[\u0300-\u036f]/g,"").toLowerCase().
replace(/[đðɖ]/g,"d").replace(/[\s-]+/g," ").trim().replace(Ss,"$1$2i")}function pe(s,t){let e=s==="vi"?";":",",n=o=>{if(typeof o=="number")return s==="vi"?String(
o).replace(".",","):String(o);let i=/^\s*[=+\-@\t\r]/.test(o)?`'${o}`:o;return/[",;\r\n]/.test(i)?`"${i.replace(/"/g,'""')}"`:i};return`\uFEFF${t.map(o=>o.map(n).
join(e)).join(`\r
`)}\r
`}var Mt=["founded","planned","withdrawn","unknown"],ge={"in time":"founded in time",later:"founded later",undated:"founded undated"},ft="#1c2329",Vt="#ffffff";function $s(s,t){
let e=_(s,{by:t,alone:!1}),n=s.clusters.filter(a=>z(a,e)>0),o=a=>n.filter(a).length,i=a=>o(({status:l,became:c})=>l==="founded"&&a(c.date)),r=`${t}-12-31`;return{
all:n.length,...Object.fromEntries(Mt.map(a=>[a,o(({status:l})=>l===a)])),"in time":i(a=>a&&a<=r),later:i(a=>a>r),undated:i(a=>!a)}}function be(s,{by:t,lang:e}){
let n=$s(s,t);if(n.all===n.unknown)return"";let o=Object.keys(ge).filter(a=>n[a]).map(a=>f(e,ge[a],{n:n[a],by:t})),i=n.later||n.undated?` (${o.join(", ")})`:"",
r=Mt.filter(a=>n[a]||a==="founded").map(a=>`${s.statusWords[a][e]} ${n[a]}${a==="founded"?i:""}`);return f(e,"became",{by:t,n:n.all,parts:r.join(", ")})}function we(s,{
x:t,y:e,r:n},o){if(o==="withdrawn"){let i=(n+C.at)*Math.SQRT1_2,r=(a,l)=>{s.strokeStyle=a,s.lineWidth=l,s.beginPath();for(let c of[1,-1])s.moveTo(t-i,e-c*i),s.lineTo(
t+i,e+c*i);s.stroke()};r(Vt,2.2*C.width),r(ft,1.2*C.width)}else o!=="unknown"&&(s.strokeStyle=ft,s.lineWidth=C.width,s.setLineDash(o==="planned"?C.dash:[]),s.beginPath(),
s.arc(t,e,n+C.at,0,2*Math.PI),s.stroke(),s.setLineDash([]))}function ye(s,t){for(let[e,n]of[[Vt,3*C.width],[ft,C.width]]){s.strokeStyle=e,s.lineWidth=n,s.beginPath();
for(let{x:o,y:i,r}of t){let a=r+C.tick;s.moveTo(o-a,i),s.lineTo(o+a,i),s.moveTo(o,i-a),s.lineTo(o,i+a)}s.stroke()}}function Zt(s,t){let e={stroke:ft,fill:"none",
"stroke-width":C.width};if(s==="withdrawn"){let o=(t+C.at)*Math.SQRT1_2,i=`M${-o} ${-o} L${o} ${o} M${-o} ${o} L${o} ${-o}`;return[$("path",{d:i,stroke:Vt,"stro\
ke-width":2.2*C.width}),$("path",{d:i,...e})]}if(s==="unknown")return[];let n=s==="planned"?{"stroke-dasharray":C.dash.join(" ")}:{};return[$("circle",{r:t+C.at,
...e,...n})]}function Lt(s,t=5){let e=t+C.at+C.width;return $("svg",{class:"bk-status-mark",width:2*e,height:2*e,viewBox:`${-e} ${-e} ${2*e} ${2*e}`,"aria-hidde\
n":"true"},$("circle",{r:t,fill:"#8b959d"}),...Zt(s,t))}function xe(s=4){let t=s+C.tick;return $("svg",{class:"bk-status-mark",width:2*t,height:2*t,viewBox:`${-t}\
 ${-t} ${2*t} ${2*t}`,"aria-hidden":"true"},$("path",{d:`M${-t} 0 H${t} M0 ${-t} V${t}`,stroke:ft,"stroke-width":C.width}),$("circle",{r:s,fill:"#8b959d"}))}var Ms=60,ke=8,Ls=20;function Kt(s,{ha:t,status:e},n,o,i=2.5){let r=X(t,n,o),a=Math.max(r.at(-1),1)+i,l=r.map((c,h)=>({radius:c,p:h})).filter(({radius:c,p:h})=>c>
(r[h-1]||0));return $("svg",{width:2*a,height:2*a,viewBox:`${-a} ${-a} ${2*a} ${2*a}`,"aria-hidden":"true"},...l.reverse().map(({radius:c,p:h})=>$("circle",{r:c,
fill:s.phases[h].colour})),...Zt(e,a-i))}function et(s,t){let{lang:e}=t,{number:n,date:o,issuer:i}=s.decision;return[u("h1",{},s.title[e]),u("p",{class:"bk-deci\
sion"},`${f(e,"decision",{number:n,date:Gt(e,o)})}, ${i[e]}`),s.asOf&&s.amended[e]?u("p",{class:"bk-decision"},s.amended[e]):null]}function ve(s,{speak:t,table:e,
picture:n,print:o}){let i=(a,l,c,h={})=>u("button",{type:"button",class:"bk-button","data-key":a,click:c,...h},l),r=s==="vi"?"en":"vi";return[i("lang",s==="vi"?
"English":"Tiếng Việt",()=>t(r),{lang:r}),i("table",f(s,"data"),e),i("picture",f(s,"picture"),n),...["A4","A3"].map(a=>i(a.toLowerCase(),`${f(s,"print")} ${a}`,
()=>o(a)))]}function Ot(s,t,e){let n=(N(e)?e.slice(0,ke):e).map(o=>j(s.units[o],t)).join(", ");return N(e)?f(t,"first of",{names:n,n:e.length-ke}):n}function Os(s,t){
let{lang:e,by:n}=t,o=s.units.length,i=s.levelWords[e],r=s.rules.map(d=>{let m=St(s,d),w=[d.clusters>1?`${d.clusters} ${f(e,"clusters")}`:null,d.hectares===null?
null:`${E(e,d.hectares)} ha`].filter(Boolean).join(", "),b=w?f(e,"at least",{least:w}):f(e,"one cluster"),y=m.length?"rule missed":"rule kept",g={...d,of:o,units:i,
what:b,n:o-m.length,missing:Ot(s,e,m)};return{by:d.by,ok:!m.length,words:f(e,y,g),missing:m,of:!w}}),a=W(s,n);if(r.filter(d=>d.of).some(d=>d.by===n||d.ok&&d.by<
n&&!a.length))return r;let c=a.length?f(e,vt(s)?"missing":"without",{missing:Ot(s,e,a)}):"",h=f(e,"as of",{by:n,of:o,units:i,n:o-a.length,rest:c});return[...r,{
by:n,ok:vt(s)?!a.length:null,words:h,missing:a}]}function Et(s,t,e=null){let{lang:n}=t,o=be(s,t);return[...Os(s,t).flatMap(({ok:r,words:a,missing:l},c)=>[u("p",
{class:r===null?null:r?"bk-yes":"bk-no"},r===null?null:u("span",{class:"bk-mark","aria-hidden":"true"},r?"✓":"✗"),u("span",{},a)),e&&N(l)?u("details",{class:"\
bk-without"},u("summary",{"data-key":`without${c}`},f(n,"all without",{n:l.length,units:s.levelWords[n]})),u("ul",{},l.map(h=>u("li",{},u("button",{type:"button",
click:()=>e(h)},j(s.units[h],n)))))):null]),o?u("p",{class:"bk-became"},o):null].filter(Boolean)}function Se(s,t,e,{set:n,play:o,tryChanges:i}){let r=s.phases.map(
(l,c)=>{let h=w=>l.end===w.by,d=u("input",{type:"radio",name:"bk-by",value:l.end,"data-key":`by${l.end}`,change:()=>n({by:l.end})});e.follow(w=>{d.checked=h(w)});
let m=u("span",{class:"bk-dot",style:`--colour:${l.colour}`});return e.attribute(u("label",{class:"bk-step"},d,e.attribute(m,"data-on",w=>String(_(s,w)[c])),u("\
span",{class:"bk-year"},String(l.end)),u("span",{class:"bk-label"},l.label[t])),"data-on",w=>h(w)?"1":null)}),a=u("input",{type:"checkbox","data-key":"alone",change:l=>n(
{alone:l.target.checked})});return e.follow(l=>{a.checked=l.alone}),[u("fieldset",{class:"bk-steps"},u("legend",{},f(t,"timeline")),u("div",{class:"bk-track"},r)),
u("div",{class:"bk-row"},u("button",{type:"button",class:"bk-button","data-key":"play",click:o},e.text(({playing:l})=>l?`❚❚ ${f(t,"pause")}`:`▶ ${f(t,"pla\
y")}`)),u("label",{class:"bk-check"},a,f(t,"one phase")),i?e.attribute(u("button",{type:"button",class:"bk-button bk-chosen","data-key":"try",click:i},f(t,"try")),
"aria-pressed",({trying:l})=>String(l)):null),s.vintages.length?Es(s,t,e,n):null]}function Es(s,t,e,n){let o=(i,r)=>{let a=u("button",{type:"button",class:"bk-b\
utton","data-key":`boundaries${r}`,click:()=>n({boundaries:i})},r);return e.attribute(a,"aria-pressed",({boundaries:l})=>String(l===i))};return u("fieldset",{class:"\
bk-vintages"},u("legend",{},f(t,"boundaries shown")),o(null,String(s.ownYear)),s.vintages.map(({year:i})=>o(i,String(i))))}function Ts(s,t,e,{name:n,key:o,kind:i,
rowOf:r,isOn:a,select:l}){let c=x=>r(H(s,x)),h=x=>x===null?"–":E(t,x),d=x=>10**-(String(x).split(".")[1]??"").length,m=({stated:x,hectares:p})=>!s.asOf&&x!==null&&
D(Math.abs(x-p))>=d(x),w=i!==s.level,b=({covered:x,of:p})=>x===p,y=({covered:x,of:p})=>w?`${x}/${p}`:f(t,x?"yes":"no"),g=x=>u("td",{},e.text(p=>x(c(p)))),v=u("b\
utton",{type:"button","data-key":o,click:l},n);return e.attribute(u("tr",{class:`bk-${i}`},u("th",{scope:"row"},e.attribute(v,"aria-pressed",x=>String(a(x)))),g(
({clusters:x})=>String(x)),g(({hectares:x})=>h(x)),e.attribute(g(({stated:x})=>h(x)),"class",x=>m(c(x))?"bk-differs":null),e.attribute(g(y),"class",x=>vt(s)?b(c(
x))?"bk-yes":"bk-no":null)),"data-on",x=>a(x)?"1":null)}function $e(s,t,e,{select:n}){let o=[{name:f(t,"whole"),key:"whole",kind:"whole",rowOf:({whole:c})=>c,isOn:kt,
select:()=>n({})}],i=c=>s.districts.forEach(({name:h,subregion:d},m)=>{d===c&&o.push({name:h,key:`d${m}`,kind:"district",rowOf:({districts:w})=>w[m],isOn:w=>w.district===
m,select:()=>n({district:m})})});s.subregions.forEach((c,h)=>{s.subregions.length>1&&o.push({name:c.label[t],key:`s${h}`,kind:"subregion",rowOf:({subregions:d})=>d[h],
isOn:d=>d.subregion===h,select:()=>n({subregion:h})}),i(h)}),i(null);let r=[s.level,"clusters","hectares","stated","covered"],a=({alone:c,by:h})=>f(t,c?"covered\
 by":"covered",{by:h}),l={covered:e.text(a),clusters:f(t,"clusters column"),hectares:f(t,"ha")};return u("table",{class:"bk-summary"},u("caption",{},e.text(c=>`${f(
t,"summary")}: ${mt(s,c)}`)),u("thead",{},u("tr",{},r.map(c=>u("th",{scope:"col"},l[c]||f(t,c))))),u("tbody",{},o.map(c=>Ts(s,t,e,c))))}function mt(s,t){let e=s.
phases.find(({end:n})=>n===t.by);return t.alone?e.label[t.lang]:f(t.lang,"up to",{by:t.by}).toLocaleLowerCase(t.lang)}function pt(s,t){let e=_(s,t);return s.clusters.
filter(n=>z(n,e)>0&&tt(s,t,n))}function Y(s,t){return t.district!==null?s.districts[t.district].name:t.subregion!==null?s.subregions[t.subregion].label[t.lang]:
f(t.lang,"whole")}function Me(s,t,{open:e,hover:n}){let{lang:o}=t,i=_(s,t),r=pt(s,t),a=r.reduce((d,m)=>d+z(m,i),0),l=d=>{let m=s.clusters.indexOf(d);return u("l\
i",{},u("button",{type:"button","data-key":`c${m}`,"aria-current":t.cluster===m?"true":null,click:()=>e(m),focus:()=>n(m),blur:()=>n(-1),mouseenter:()=>n(m),mouseleave:()=>n(
-1)},u("span",{class:"bk-glyph"},Kt(s,d,i,1.5)),u("span",{class:"bk-name"},d.name,d.note?"*":null,d.latlng?null:` (${f(o,"not placed")})`,d.became?" ":null,d.became?
u("small",{},s.statusWords[d.status][o]):null),u("span",{class:"bk-ha"},`${E(o,z(d,i))} ha`)))},c=r.length>Ms?r.slice(0,Ls):r,h=r.length-c.length;return[u("h2",
{},`${Y(s,t)}: ${r.length} ${f(o,"clusters")}, ${E(o,a)} ha`),u("ul",{class:"bk-list"},c.map(l)),h>0?u("p",{},f(o,s.districts.length?"more":"more without distri\
cts",{n:E(o,h)})):null]}function st(s,t){let{boundaries:e}=s;return[u("p",{},f(t,"indicative")," ",s.asOf?"":s.amended[t]),u("p",{},e.note[t]," ",f(t,"boundarie\
s date",{date:Gt(t,e.date)}),"."),u("p",{},`${f(t,"source")}: ${s.decision.number}; ${e.credit}.`)]}var J=(s,t)=>s.vintages.find(e=>e.year===t)??null,Tt=T((s,t)=>s.name.map((e,n)=>{let o=t.communes.filter((i,r)=>s.of[r]===n);return Object.freeze({name:e,unit:s.
unit[n],note:s.note[n]??null,isSame:o.length===1&&o[0].name===e&&o[0].unit===s.unit[n],outline:lt(t.arcs,o.map(({outline:i})=>i))})})),Le=T((s,t)=>xt(t.arcs,{rings:t.
communes.map(({outline:e})=>e),district:t.communes.map(({district:e})=>s.districts?e:null),subregion:t.communes.map(({subregion:e})=>e)},s.of));function Yt(s,t,e){
let n=i=>i===null?f(e,"share not known"):`${E(e,i)} %`,o=t.flatMap(i=>s.split[i]?s.split[i].map(([r,a])=>`${r} (${n(a)})`):[`${s.unit[s.of[i]]} ${s.name[s.of[i]]}`]);
return[[...new Set(o)].join("; "),s.province].filter(Boolean).join(", ")}function Jt(s,t,e){return t.length?s.vintages.map(n=>[f(e,"in year",{year:n.year}),Yt(n,
t,e)]):[]}function Cs(s,t,e){let n=[...s.legend].reverse().map(d=>({ha:d,r:X([d],[1],e)[0]})),o=n[0].r,[i,r]=[o+1,2*o+7],a=13,l=-a/2,c=n.flatMap(({ha:d,r:m})=>{let w=r-2*
m;return l=Math.max(w,l+a),[$("circle",{cx:i,cy:r-m,r:m,fill:"none",stroke:"#1c2329","stroke-width":1.2}),$("path",{d:`M${i} ${w} L${i+o+6} ${l} H${i+o+12}`,fill:"\
none",stroke:"#1c2329","stroke-width":.7}),$("text",{x:i+o+15,y:l+4,fill:"#1c2329"},`${E(t,d)} ha`)]}),h=Math.max(r+2,l+a/2+2);return $("svg",{class:"bk-circles",
width:i+o+70,height:h,"aria-hidden":"true"},...c)}function Ps(s){let[t,e]=[s.phases[0],s.phases.at(-1)];return $("svg",{width:30,height:30,viewBox:"-15 -15 30 3\
0","aria-hidden":"true"},$("circle",{r:14,fill:e.colour}),$("circle",{r:10,fill:t.colour}))}function As(s,{lang:t,by:e}){let n=W(s,e);if(!n.length)return null;let o=f(
t,`${s.level} without`);if(!N(n))return u("p",{class:"bk-missing"},`✗ ${o}`);let i=[-2,-1,0,1,2].map(r=>`M${r*F.step*Math.SQRT2} 14 l14 -14`).join("");return u(
"p",{class:"bk-hatched"},$("svg",{class:"bk-swatch",width:18,height:14,viewBox:"0 0 18 14","aria-hidden":"true"},$("path",{d:i,stroke:F.colour,"stroke-width":F.
width,fill:"none"})),o)}function _s(s,{lang:t,boundaries:e}){let n=J(s,e);if(!n)return null;let o=n.name.filter((i,r)=>n.note[r]);return u("p",{class:"bk-note"},
f(t,"drawn of",{year:n.year,own:s.ownYear}),o.length?` ${f(t,"approximate",{names:o.join(", ")})}`:"")}var zs=s=>s.clusters.some(({method:t})=>t==="surveyed");function nt(s,t,e){
let{lang:n}=t,o=s.legend.map(i=>`${E(n,i)} ha`).join(", ");return[u("ul",{class:"bk-phases"},s.phases.map(i=>u("li",{},u("span",{class:"bk-swatch bk-round",style:`\
--colour:${i.colour}`}),i.label[n]))),u("div",{class:"bk-sizes",role:"img","aria-label":`${f(n,"size")}: ${o}`},u("span",{},f(n,"size")),Cs(s,n,e)),s.phases.length>
1?u("p",{class:"bk-ring"},Ps(s),u("span",{},f(n,"ring"))):null,s.hasStatuses?f(n,"statuses"):null,s.hasStatuses?u("ul",{class:"bk-statuses"},Mt.filter(i=>s.clusters.
some(({status:r})=>r===i)).map(i=>u("li",{},Lt(i),s.statusWords[i][n]))):null,u("ul",{class:"bk-tints"},s.subregions.map(i=>u("li",{},u("span",{class:"bk-swatch",
style:`--colour:${i.tint}`}),i.label[n]))),As(s,t),s.inset?u("p",{class:"bk-note"},s.inset.words[n]):null,_s(s,t),kt(t)?null:u("p",{class:"bk-note"},f(n,"faded",
{name:Y(s,t)})),zs(s)?u("p",{class:"bk-ring"},xe(),u("span",{},f(n,"surveyed"))):null,u("p",{class:"bk-note bk-left-out"},f(n,"some")),u("p",{class:"bk-note"},f(
n,"indicative"))].filter(Boolean)}var Pt=class{constructor(t){this.page=t,this.all=null}render(){let{map:t,view:e,clusters:n,state:{lang:o}}=this.page,i=({target:a})=>{e.legendOpen=a.open,n.drawSoon()};
for(let a of this.all||[])a.remove();this.layerBox=u("div"),this.legendBox=u("div");let r=()=>{this.page.select({})};this.all=[L.control.zoom({position:"topleft",
zoomInTitle:f(o,"zoom in"),zoomOutTitle:f(o,"zoom out")}),Ct("topleft","leaflet-bar bk-home",u("button",{type:"button",title:f(o,"view all"),"aria-label":f(o,"v\
iew all"),click:r},"⌂")),Ct("topright","bk-card bk-layers",u("details",{toggle:()=>n.drawSoon()},u("summary",{},f(o,"layers")),this.layerBox)),Ct("bottomleft",
"bk-card bk-legend",u("details",{open:e.legendOpen,toggle:i},u("summary",{},f(o,"legend")),this.legendBox)),Ct("bottomright","bk-north",Bs(f(o,"north"))),L.control.
scale({position:"bottomright",imperial:!1,maxWidth:140})];for(let a of this.all)a.addTo(t);this.renderLayers(),this.renderLegend()}renderLayers(){if(!this.all)return;
let{layers:t,state:{lang:e}}=this.page;I(this.layerBox,t.list(e).map(({key:n,label:o,on:i,off:r})=>u("label",{class:"bk-check"},u("input",{type:"checkbox",checked:i,
disabled:r,"data-key":`layer-${n}`,change:a=>t.toggle(n,a.target.checked)}),o)))}openLegend(){this.page.view.legendOpen=!0,this.all&&this.render()}renderLegend(){
if(!this.all)return;let{plan:t,state:e,clusters:n}=this.page;this.legendBox.replaceChildren(...nt(t,e,n.scale()))}};function Ct(s,t,...e){let n=new L.Control({position:s});
return n.onAdd=()=>{let o=u("div",{class:t},...e);return L.DomEvent.disableClickPropagation(o).disableScrollPropagation(o),o},n}function Bs(s){return $("svg",{viewBox:"\
0 0 24 34",width:24,height:34,role:"img","aria-label":s},$("path",{d:"M12 10 L19 32 L12 27.5 L5 32 Z",fill:"#1c2329"}),$("path",{d:"M12 10 L12 27.5 L5 32 Z",fill:"\
#ffffff",stroke:"#1c2329","stroke-width":1}),$("path",{d:"M9 8 V1 L15 8 V1",fill:"none",stroke:"#1c2329","stroke-width":1.6}))}function Oe(s,t,e){return t.communes.map(n=>`${s.communes[n].unit} ${s.communes[n].name}`).join(f(e,"and"))}function Ns(s){return s.ha.findIndex(t=>t>0)}var Ee=(s,{
became:t},e)=>t?.[e]??s.statusWords.unknown[e];function Te(s,t,e){let n=s.phases.map(()=>1),{district:o,subregion:i}=K(s,t),r=s.phases.map((c,h)=>({phase:c,p:h,
ha:t.ha[h]})).filter(({ha:c})=>c>0).map(({phase:c,p:h,ha:d})=>u("tr",{},u("th",{scope:"row"},u("span",{class:"bk-swatch",style:`--colour:${c.colour}`}),c.label[e]),
u("td",{},f(e,h===Ns(t)?"founding":"expansion")),u("td",{},`${E(e,d)} ha`))),a=(c,h)=>[u("dt",{},f(e,c)),u("dd",{},h)],l=Oe(s,t,e);return u("div",{class:"bk-pop\
up",tabindex:"0",role:"group","aria-label":t.name},u("h2",{tabindex:"-1"},Kt(s,t,n,1.8),t.name),u("table",{},u("caption",{class:"bk-unseen"},f(e,"area")),u("tbo\
dy",{},r),u("tfoot",{},u("tr",{},u("th",{scope:"row",colspan:"2"},f(e,"total")),u("td",{},`${E(e,z(t,n))} ha`)))),u("dl",{},o?a("district",o.name):null,i?a("sub\
region",i.label[e]):null,s.hasStatuses?a("statuses",Ee(s,t,e)):null,t.became?.source?a("status source",t.became.source):null,t.note?a("noted",t.note[e]):null,t.
changed?a("changed",t.changed[e]):null,a("printed",t.printed),a("location",t.location),a("place",l?`${l} (${ut(e,t.method)})`:ut(e,t.method)),Jt(s,t.communes,e).
flatMap(([c,h])=>[u("dt",{},c),u("dd",{},h)]),a("annex row",t.id)),u("p",{class:"bk-note"},f(e,t.method==="surveyed"?"surveyed":"indicative")))}function Ce(s,t,e,n,o=[]){
let{district:i,subregion:r}=K(s,t),a=s.communes.indexOf(t),l=s.clusters.filter(({communes:h})=>h.includes(a)),c=s.phases.map(()=>1);return u("div",{class:"bk-po\
pup"},u("h2",{},`${t.unit} ${t.name}`),u("p",{},[i?.name,r?.label[e]].filter(Boolean).join("; ")),Jt(s,[a],e).map(([h,d])=>u("p",{},`${h}: ${d}`)),l.length?u("u\
l",{class:"bk-here"},l.map(h=>u("li",{},u("button",{type:"button",class:"bk-button",click:()=>n(s.clusters.indexOf(h))},`${h.name}: ${E(e,z(h,c))} ha`)))):null,
o)}function Pe(s,t){let{lang:e}=t,n=_(s,t),o=pt(s,t),i=o.some(({note:c})=>c),r=new Set(s.tried?.map(({cluster:c})=>c));return{head:[f(e,"annex row"),f(e,"name"),
f(e,"printed"),f(e,"location"),...s.districts.length?[f(e,"district")]:[],...s.subregions.length?[f(e,"subregion")]:[],...s.phases.map(c=>`${c.label[e]} (ha)`),
`${f(e,"total")} (ha)`,f(e,"place"),...s.vintages.map(({year:c})=>f(e,"in year",{year:c})),...s.hasStatuses?[f(e,"statuses")]:[],...i?[f(e,"noted")]:[],...s.tried?
[f(e,"trial")]:[]],clusters:o,rowOf:c=>{let{district:h,subregion:d}=K(s,c),m=c.ha.map((b,y)=>b*n[y]),w=Oe(s,c,e);return[c.id,c.name,c.printed,c.location,...s.districts.
length?[h?.name??""]:[],...s.subregions.length?[d?.label[e]??""]:[],...m,z(c,n),w?`${w}: ${ut(e,c.method)}`:ut(e,c.method),...s.vintages.map(b=>Yt(b,c.communes,
e)),...s.hasStatuses?[Ee(s,c,e)]:[],...i?[c.note?.[e]??""]:[],...s.tried?[f(e,r.has(c.id)?"changed":"as decided")]:[]]}}}var Is=500,At=30;function Ae(s,t){let{lang:e}=t,
{head:n,clusters:o,rowOf:i}=Pe(s,t),r=o.length,a=r>Is,l=g=>u("td",{class:typeof g=="number"?"bk-number":null},typeof g=="number"?g?E(e,g):"–":g),c=(g,v)=>o.slice(
g,v).map((x,p)=>u("tr",{"aria-rowindex":a?g+p+2:null},i(x).map(l))),h=n.map(g=>u("th",{scope:"col"},g)),d=u("tbody",{},c(0,a?At:r)),m=u("div",{class:"bk-scroll",
tabindex:"0",role:"region","aria-labelledby":"bk-table-title"},u("table",{class:a?"bk-most":null,"aria-rowcount":a?r+1:null},u("thead",{},u("tr",{"aria-rowindex":a?
1:null},h)),d));if(Qt(e,"data",[u("button",{type:"button",class:"bk-button",click:()=>Rs(s,t)},f(e,"download"))],u("p",{},f(e,a?"all rows":"copied",{n:E(e,r)})),
m),!a)return;let w=d.offsetHeight/At,b=g=>u("tr",{"aria-hidden":"true",style:`height:${g*w}px`}),y=()=>{let g=Math.max(0,Math.floor(m.scrollTop/w)-At),v=Math.min(
r,g+Math.ceil(m.clientHeight/w)+2*At);for(let x of h)x.style.minWidth=`${x.offsetWidth}px`;d.replaceChildren(b(g),...c(g,v),b(r-v))};y(),m.addEventListener("scr\
oll",()=>requestAnimationFrame(y))}function Qt(s,t,e,...n){let o=u("dialog",{class:"bk-table","aria-labelledby":"bk-table-title"},u("header",{},u("h2",{id:"bk-t\
able-title"},f(s,t)),e,u("button",{type:"button",class:"bk-button",click:()=>o.close()},f(s,"closed"))),n);o.addEventListener("close",()=>o.remove()),document.body.
append(o),o.showModal()}function Rs(s,t){let{head:e,clusters:n,rowOf:o}=Pe(s,t),i=pe(t.lang,[e,...n.map(o)]);gt(new Blob([i],{type:"text/csv;charset=utf-8"}),`c\
cn-${t.by}${s.tried?"-trial":""}.csv`)}function gt(s,t){let e=u("a",{href:URL.createObjectURL(s),download:t});e.click(),setTimeout(()=>URL.revokeObjectURL(e.href),
1e4)}var ot=L.Renderer.extend({options:{padding:.2},initialize(s,t){L.Renderer.prototype.initialize.call(this,t),this.plan=s,this.print=null,this.sharp=null},paint(s){
this.print=s,this._update()},_initContainer(){this._container=document.createElement("canvas"),this._container.setAttribute("aria-hidden","true"),this.context=this.
_container.getContext("2d")},_destroyContainer(){this._container.remove(),delete this._container,delete this.context},_updatePaths(){},_reset(){this._update()},
_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let s=this._bounds.getSize(),t=this.sharp||(this.print?this.print.
ratio:window.devicePixelRatio||1);L.DomUtil.setPosition(this._container,this._bounds.min),this._container.width=Math.round(t*s.x),this._container.height=Math.round(
t*s.y),this._container.style.width=`${s.x}px`,this._container.style.height=`${s.y}px`,this.ratio=t,this.draw({blank:!0}),this.fire("update")},begin(s=!1){let{context:t,
ratio:e}=this;if(!t||!this._bounds)return!1;let{min:n}=this._bounds;return t.setTransform(1,0,0,1,0,0),s||t.clearRect(0,0,this._container.width,this._container.
height),t.setTransform(e,0,0,e,-n.x*e,-n.y*e),!0}});var it=2**20,Ws=.3,ze=ot.extend({options:{pane:"bkGround"},initialize(s,t){ot.prototype.initialize.call(this,s,t),this.shows={subregions:!0,districts:!0,communes:!0},
this.opacity=1,this.vintage=null,this.hatched=[],this.base=L.CRS.EPSG3857.latLngToPoint(L.latLng(s.bounds[0]),0),this.arcs=s.arcs.map(e=>this.local(e)),this.paths=
new Map},local(s){let t=new Float64Array(s.length),e=256/360*it;for(let n=0;n<s.length;n+=2){let o=Math.sin(s[n+1]/B*Math.PI/180);t[n]=(s[n]/B+180)*e-this.base.
x*it,t[n+1]=(.5-Math.log((1+o)/(1-o))/(4*Math.PI))*256*it-this.base.y*it}return t},pathsAt(s){let t=Math.ceil(s*2)/2;if(!this.paths.has(t)){let e=Ws*it/2**t,n=this.
arcs.map(r=>js(r,e)),o=(r,a)=>_e(r,n[a],!0),i=(r,a)=>(a.forEach((l,c)=>_e(r,n[V(l)],c===0,l<0)),r);this.paths.set(t,{fills:this.plan.tinted.map(({outline:r})=>r.
reduce(i,new Path2D)),area:T(r=>r.reduce((a,l)=>this.plan.units[l].outline.reduce(i,a),new Path2D)),borders:T(r=>Object.fromEntries(Object.entries(r).map(([a,l])=>[
a,l.reduce(o,new Path2D)])))})}return this.paths.get(t)},setView({missing:s,vintage:t}){String(s)===String(this.hatched)&&t===this.vintage||(Object.assign(this,
{hatched:s,vintage:t}),this.draw())},drawHatching(s){let{context:t,_bounds:{min:e,max:n},ratio:o}=this,[i,r]=[n.y-e.y,F.step*Math.SQRT2];t.save(),t.clip(s,"even\
odd"),t.setTransform(o,0,0,o,-e.x*o,-e.y*o),t.setLineDash([]),t.strokeStyle=F.colour,t.lineWidth=F.width,t.beginPath();for(let a=Math.ceil((e.x+e.y)/r)*r;a<n.x+
n.y;a+=r)t.moveTo(a-n.y,n.y),t.lineTo(a-n.y+i,e.y);t.stroke(),t.restore()},drawBox(s){let{context:t,plan:{inset:e}}=this,[n,o,i,r]=this.local(e.box);t.fillStyle=
"#eef1f3",t.strokeStyle="#4a545c",t.lineWidth=1/s,t.fillRect(n,r,i-n,o-r),t.strokeRect(n,r,i-n,o-r)},draw({blank:s=!1}={}){if(!this.begin(s))return;let t=this.context,
e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=2**e/it;t.transform(o,0,0,o,this.base.x*2**e-n.x,this.base.y*2**e-n.y),t.lineJoin="round",t.lineCap="round";
let i=this.pathsAt(e),r=(w,b,y,g=[])=>{t.strokeStyle=b,t.lineWidth=y/o,t.setLineDash(g.map(v=>v/o)),t.stroke(w)},{subregions:a,districts:l,communes:c}=this.shows;
this.plan.inset&&this.drawBox(o),a&&(t.globalAlpha=this.opacity,i.fills.forEach((w,b)=>{t.fillStyle=this.plan.tinted[b].tint,t.fill(w,"evenodd")}),t.globalAlpha=
1),N(this.hatched)&&this.drawHatching(i.area(this.hatched));let{plan:h,vintage:d}=this,m=i.borders(d?Le(d,h):h.borders);c&&d?r(m.commune,"#8a949c",1.1):c&&r(m.commune,
a?"#ffffff":"#c3cad0",1.1),l&&r(m.district,"#8a949c",1.2,[5,3]),a&&(r(m.subregion,"#4a545c",1.6),r(m.outline,"#4a545c",1.8))}});function Us([s,t],[e,n,o,i]){let r=s[1]===
t[1],[a,l,c]=r?[s[1],[n,i],[e,o]]:[s[0],[e,o],[n,i]];if(a<=c[0]||a>=c[1])return[[s,t]];let h=d=>r?[d,a]:[a,d];return[[s,h(l[0])],[h(l[1]),t]]}function js(s,t){let e=s.
length-2;if(e<4)return s;let n=new Uint8Array(s.length);n[0]=n[e]=1;for(let i=[0,e];i.length;){let r=i.pop(),a=i.pop(),[l,c]=[s[a],s[a+1]],[h,d]=[s[r]-l,s[r+1]-
c],m=Math.sqrt(h*h+d*d),[w,b]=[t*(m||1),0];for(let y=a+2;y<r;y+=2){let[g,v]=[s[y]-l,s[y+1]-c],x=m?Math.abs(g*d-v*h):Math.sqrt(g*g+v*v);x>w&&([w,b]=[x,y])}b&&(n[b]=
1,i.push(a,b,b,r))}let o=[];for(let i=0;i<=e;i+=2)n[i]&&o.push(s[i],s[i+1]);return o}function _e(s,t,e,n=!1){let o=t.length-2;for(let i=0;i<=o;i+=2){let r=n?o-i:
i;i===0&&e?s.moveTo(t[r],t[r+1]):s.lineTo(t[r],t[r+1])}return s}function Be({bounds:[[s,t],[e,n]],inset:o}){let i=[1,.5,.25,.1,.05].find(g=>(e-s)/g>=3)||.05,r=L.
layerGroup(),a={interactive:!1,color:"#2b6f77",weight:.7,opacity:.7},l=g=>Math.floor(g/i)*i,c=o?.box.map(g=>g/B),h=(g,v,x)=>{r.addLayer(L.polyline(c?Us(g,c):[g],
a));let p=document.createElement("span");p.textContent=v,r.addLayer(L.marker(x,{interactive:!1,keyboard:!1,icon:L.divIcon({className:"bk-degree",html:p,iconSize:null})}))},
d=(g,v)=>{let x=Math.round(g*60);return`${Math.floor(x/60)}°${String(x%60).padStart(2,"0")}′${v}`},[m,w]=[l(s),l(t)],[b,y]=[l(e)+i,l(n)+i];for(let g=w;g<=y+1e-9;g+=
i)h([[m,g],[b,g]],d(g,"E"),[b,g]);for(let g=m;g<=b+1e-9;g+=i)h([[g,w],[g,y]],d(g,"N"),[g,w]);return r}var Xt=2,Ds=/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;async function Fs(s){let{map:t,plan:e,state:n,view:o,clusters:i}=s,{x:r,y:a}=t.getSize();
o.sharpen(Xt);let l=qs(t.getContainer());o.sharpen(null);let c=o.isWide()&&o.legendOpen;for(let v of l.querySelectorAll(`.leaflet-control-zoom, .bk-home, .bk-la\
yers${c?"":", .bk-legend"}`))v.remove();l.style.cssText+=`position: relative; width: ${r}px; height: ${a}px`;let h=u("style");h.textContent=[...document.querySelectorAll(
"head style")].map(({textContent:v})=>v).join("");let d=u("div",{class:"bk-picture",style:`width: ${r}px`},u("header",{},et(e,n),u("p",{class:"bk-horizon"},`${Y(
e,n)}, ${mt(e,n)}`)),l,u("footer",{},c?null:u("div",{class:"bk-legend"},nt(e,n,i.scale())),st(e,n.lang)));document.body.append(d);let m=d.offsetHeight;d.remove(),
d.prepend(h);let w=$("svg",{width:r,height:m,class:document.documentElement.className,style:`font-size: ${Q()}px`},$("foreignObject",{width:"100%",height:"100%"},
d)),b=new Image,y=new XMLSerializer().serializeToString(w).replace(Ds,"");b.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(y)}`,await b.decode();let g=u(
"canvas",{width:Xt*r,height:Xt*m});return g.getContext("2d").drawImage(b,0,0,g.width,g.height),new Promise(v=>{g.toBlob(v,"image/png")})}function qs(s){let t=s.
cloneNode(!0),e=s.querySelectorAll("canvas");t.querySelectorAll("canvas").forEach((n,o)=>{try{n.replaceWith(u("img",{src:e[o].toDataURL(),style:n.style.cssText,
class:n.className}))}catch{n.remove()}});for(let n of t.querySelectorAll("img, video, iframe, image"))te(n)&&n.remove();return t}function te(s){let t=s.src??s.href?.
baseVal;return t!==void 0&&!/^(data:|$)/.test(t)}async function Ne(s){let{lang:t,by:e}=s.state,n=s.layers.outside(),o=await Fs(s),i=u("button",{type:"button",class:"\
bk-button",click:async()=>{await navigator.clipboard.write([new ClipboardItem({"image/png":o})]),i.textContent=f(t,"picture copied")}},f(t,"copy picture"));Qt(t,
"picture",[navigator.clipboard&&window.ClipboardItem?i:null,u("button",{type:"button",class:"bk-button",click:()=>gt(o,`ccn-${e}.png`)},f(t,"save picture"))],n.
length?u("p",{},f(t,"not in picture",{names:n.join(", ")})):null,u("div",{class:"bk-scroll"},u("img",{src:URL.createObjectURL(o),alt:s.plan.title[t],class:"bk-w\
hole"})))}var Ie={clusters:"markers",labels:"labels",subregions:"subregions",districts:"districts",districtNames:"district names",communes:"borders",without:"names withou\
t",graticule:"graticule"},_t=class{constructor(t,e,{backdrop:n,clusters:o}){Object.assign(this,{map:t,plan:e,backdrop:n,clusters:o}),this.on=Object.fromEntries(
Object.keys(Ie).map(i=>[i,!["graticule","without"].includes(i)])),this.foreign=[]}toggle(t,e){this.on[t]=e,t==="graticule"&&(this.graticule??=Be(this.plan));let n=t===
"graticule"?this.graticule:this.foreign.find(o=>o.key===t)?.layer;n&&e?this.map.addLayer(n):n?this.map.removeLayer(n):this.drawParts()}drawParts(){let{clusters:t,
subregions:e,districts:n,communes:o,labels:i,districtNames:r,without:a}=this.on;this.backdrop.shows={subregions:e,districts:n,communes:o},this.clusters.hidden=!t,
this.clusters.names.shows={clusters:i,districts:r,communes:o,without:a},this.backdrop.draw(),this.clusters.draw()}addForeign(t){this.foreign=t.map(([e,n],o)=>({
key:`foreign${o}`,label:e,layer:window[n]})),this.map.on("layeradd layerremove",({layer:e})=>{e instanceof L.GridLayer&&this.showGround()}),this.showGround()}outside(){
let t=n=>n.getLayers?n.getLayers().flatMap(t):[n],e=n=>{let o=n.getContainer?.()||n.getElement?.();return o?[o,...o.querySelectorAll("*")]:[]};return this.foreign.
filter(({layer:n})=>n&&this.map.hasLayer(n)).filter(({layer:n})=>n instanceof L.TileLayer||t(n).flatMap(e).some(te)).map(({label:n})=>n)}showGround(){let t=this.
foreign.some(({layer:e})=>e instanceof L.GridLayer&&this.map.hasLayer(e));this.backdrop.opacity=t?.35:1,this.backdrop.draw()}list(t){let e=l=>l[0].toLocaleUpperCase(
"vi")+l.slice(1),{districts:n,subregions:o,phases:i}=this.plan,r=[...n.length?[]:["districts","districtNames"],...o.length?[]:["subregions"],...i.some(({end:l})=>N(
W(this.plan,l)))?[]:["without"]];return[...Object.entries(Ie).filter(([l])=>!r.includes(l)).map(([l,c])=>({key:l,on:this.on[l],label:e(f(t,c))})),...this.foreign.
map(({key:l,label:c,layer:h})=>{let d=h?h instanceof L.GridLayer&&"network":"not loaded";return{key:l,on:!!h&&this.map.hasLayer(h),off:!h,label:d?`${c} (${f(t,d)}\
)`:c}})]}};var Hs=4,zt=class{constructor(t){this.page=t,this.cluster=null,this.commune=null,t.map.on("popupclose",({popup:e})=>this.closed(e)),t.map.on("zoomend",()=>this.
follow())}open(t,{focus:e=!0}={}){let{page:n}=this,{map:o,plan:i}=n;if(this.reopening=!0,this.cluster&&this.cluster.remove(),this.reopening=!1,this.cluster=null,
t===null||n.state.trying)return;let r=i.clusters[t];z(r,_(i,n.state))||n.set({by:i.phases[r.ha.findIndex(m=>m>0)].end});let{at:a,offset:l}=this.tip(r);this.openedFromList=
n.boxes.list.contains(document.activeElement);let c=this.clear(),h=Te(i,r,n.state.lang),d=Math.min(24*n.view.rem,o.getSize().x-c-60);this.cluster=this.show(a,h,
{maxWidth:d,minWidth:Math.min(18*n.view.rem,d),offset:l}),n.view.reveal(),e&&h.querySelector("h2").focus({preventScroll:!0})}clear(){let{view:t}=this.page;return t.
isWide()?t.padding(10).paddingTopLeft[0]:60}tip(t){let{map:e,plan:n,clusters:o,state:i}=this.page;if(!t.latlng)return{at:e.getCenter(),offset:[0,0]};let{x:r,y:a,
r:l}=o.disc(t,_(n,i));return{at:e.layerPointToLatLng([r,a]),offset:[0,-Math.ceil(Math.max(l,8)+Hs)]}}follow(){let{state:{cluster:t},plan:e}=this.page;if(t===null||
!this.cluster||!e.clusters[t].latlng)return;let{at:n,offset:o}=this.tip(e.clusters[t]);this.cluster.options.offset=o,this.cluster.setLatLng(n)}name(t){let{plan:e,
state:n}=this.page,o=e.communes.find(r=>L.latLngBounds(Z(r,e)).contains(t)&&yt(q(r,e),[t.lat,t.lng]));if(!o)return;let i=Ce(e,o,n.lang,r=>this.page.set({cluster:r}),
this.page.mode?.communeActions(o));this.from=document.activeElement,this.commune=this.show(t,i,{maxWidth:260}),i.querySelector(".bk-act")?.focus({preventScroll:!0})}show(t,e,n){
let o=L.popup({...n,autoPanPaddingTopLeft:[this.clear(),50]}).setLatLng(t).setContent(e).openOn(this.page.map);return o.getElement().querySelector(".leaflet-pop\
up-close-button").setAttribute("aria-label",f(this.page.state.lang,"closed")),o}renew(){let{cluster:t}=this.page.state;t!==null&&this.cluster&&this.open(t,{focus:!1}),
this.commune?.isOpen()&&this.name(this.commune.getLatLng())}closed(t){let{map:e,state:n,boxes:o}=this.page;if(t===this.commune&&t.getElement().contains(document.
activeElement)&&this.from.focus({preventScroll:!0}),t!==this.cluster||n.cluster===null||this.reopening)return;let i=t.getElement().contains(document.activeElement);
this.page.set({cluster:null});let r=o.list.querySelector(`[data-key="c${n.cluster}"]`);i&&(this.openedFromList&&r?r:e.getContainer()).focus({preventScroll:!0})}};var Gs=.5,Re=60;function Vs(s,t){let{lang:e}=t,n=_(s,t),o=H(s,t),i=p=>p?E(e,D(p)):"–",r=p=>[...p.map((k,M)=>i(k*n[M])),i(p.reduce((k,M,S)=>k+M*n[S],0))],a=(p,k,M)=>u(
"tr",{class:p},u("th",{scope:"row"},k),r(M).map(S=>u("td",{},S))),l=p=>s.phases.map((k,M)=>p.reduce((S,R)=>S+R.ha[M],0)),c=pt(s,t),h=p=>[`${p.id}. ${p.name}${p.
latlng?"":` (${f(e,"not placed")})`} `,p.became?Lt(p.status,3):null],d=p=>tt(s,t,{...s.units[p],[s.level]:p}),m=p=>s.clusters.findIndex(({units:k})=>k.includes(
p))>>>0,w=p=>c.filter(({units:k})=>k.includes(p)),b=s.units.map((p,k)=>k).filter(p=>w(p).length||s.level!=="commune"&&d(p)),y=p=>c.length>Re?[]:p.map(k=>a("bk-c\
luster",h(k),k.ha)),g=s.level==="commune"&&c.length<=Re,v=({communes:p})=>p.length?` · ${p.map(k=>j(s.communes[k],e)).join(", ")}`:null,x=g?c.map(p=>a("bk-clus\
ter",[...h(p),v(p)],p.ha)):b.sort((p,k)=>m(p)-m(k)).flatMap(p=>{let k=o.units[p].covered?"":` (${f(e,"no")})`;return[a("bk-district",j(s.units[p],e)+k,l(w(p))),
...y(w(p))]});return u("table",{},u("caption",{},`${Y(s,t)}: ${f(e,"size").toLocaleLowerCase(e)}, ${mt(s,t)}`),u("thead",{},u("tr",{},u("th",{scope:"col"},f(e,g?
"commune and cluster":s.level)),s.phases.map(p=>u("th",{scope:"col"},p.id)),u("th",{scope:"col"},f(e,"total")))),u("tbody",{},x,g?[]:y(c.filter(({units:p})=>!p.
length)),a("bk-total",f(e,"total"),l(c))))}function We(s,t,e){return[u("div",{class:"bk-sheet-column"},et(s,t),s.tried?u("ul",{class:"bk-told"},s.told(t.lang).map(
n=>u("li",{},n))):null,Et(s,t),Vs(s,t),u("footer",{},st(s,t.lang))),u("div",{class:"bk-sheet-legend"},nt(s,t,e))]}function Zs(s){for(let t=1;s.scrollHeight>s.clientHeight&&
t>Gs;t-=.04)s.style.fontSize=`calc(${t} * var(--text))`}function Ue({map:s,whole:t,sheet:e,parts:n,paint:o}){let i=null,r=u("style");document.head.append(r);let a=document.
documentElement,l=c=>{r.textContent=`@page { size: ${c} landscape; margin: 8mm; }`,a.dataset.paper=c};return l("A4"),window.addEventListener("beforeprint",()=>{
if(i)return;let c=s.getBounds();i={center:s.getCenter(),zoom:s.getZoom()},s.closePopup(),a.classList.add("bk-printing"),s.invalidateSize({animate:!1,pan:!1});let h=c.
contains(t())?[t(),[.27*s.getSize().x,6]]:[c,[6,6]];s.fitBounds(h[0],{animate:!1,paddingTopLeft:h[1],paddingBottomRight:[6,6]}),e.replaceChildren(...n()),Zs(e.firstChild),
o(a.dataset.paper==="A3"?{ratio:3,text:1.4}:{ratio:4,text:1})}),window.addEventListener("afterprint",()=>{i&&(a.classList.remove("bk-printing"),e.replaceChildren(),
o(null),s.invalidateSize({animate:!1,pan:!1}),s.setView(i.center,i.zoom,{animate:!1}),i=null)}),c=>{l(c),window.print()}}var Ks={tt:"thi tran",ttr:"thi tran",tx:"thi xa",tp:"thanh pho",h:"huyen",x:"xa",p:"phuong",q:"quan"},Ys=T(s=>{let t=(e,n,o,i,r=[])=>({kind:e,item:n,index:o,keys:i.
map(dt),places:r.map(dt)});return[...s.clusters.map((e,n)=>t("cluster",e,n,[e.name,e.printed],e.communes.map(o=>s.communes[o].name))),...s.districts.map((e,n)=>t(
"district",e,n,[e.name])),...s.communes.map((e,n)=>t("commune",e,n,[e.name,`${e.unit} ${e.name}`])),...s.vintages.flatMap(e=>Tt(e,s).filter(({isSame:n})=>!n).map(
(n,o)=>({...t("later",n,o,[n.name,`${n.unit} ${n.name}`]),year:e.year})))]}),Js=s=>dt(s).replace(/^(ccn|cum cong nghiep|cum) (?=.)/,"").replace(/^(t\.?tr?|tx|tp|[hxpq])(?:[. ]+(?=.)|(?=\d))/,
(t,e)=>`${Ks[e.replace(".","")]} `);function Qs(s,t,e=12){let[n,...o]=t.split(",").map(Js).filter(Boolean);if(!n)return[];let i=({item:a,places:l,year:c})=>o.every(
h=>[...l,c?"":dt(K(s,a).district?.name??"")].some(d=>d.includes(h))),r=({keys:a})=>a.includes(n)?0:a.some(l=>l.startsWith(n))?1:a.some(l=>` ${l}`.includes(` ${n}`))?
2:a.some(l=>l.includes(n))?3:4;return Ys(s).filter(({keys:a,places:l})=>[...a,...l].some(c=>c.includes(n))).filter(a=>!o.length||i(a)).map(a=>({...a,rank:r(a)+(a.
year?5:0)})).sort((a,l)=>a.rank-l.rank).slice(0,e)}function je(s,t,e){let n=f(t,s.districts.length?"search":"search without districts"),o=u("ul",{id:"bk-found",
role:"listbox","aria-label":n,hidden:!0}),i=u("span",{class:"bk-unseen",role:"status"}),r=[],a=-1,l=u("input",{type:"search",id:"bk-query",role:"combobox","aria\
-expanded":"false","aria-controls":"bk-found","aria-autocomplete":"list","aria-label":n,placeholder:n,autocomplete:"off","data-key":"search"}),c=b=>{l.value=b.item.
name,d([]),e(b)},h=({kind:b,item:y,year:g})=>g?`${y.unit}, ${g}`:b==="district"?f(t,"district"):[b==="cluster"?f(t,"cluster"):y.unit,K(s,y).district?.name].filter(
Boolean).join(", ");function d(b){r=b,a=b.length?0:-1,o.replaceChildren(...b.map((y,g)=>u("li",{id:`bk-found-${g}`,role:"option","aria-selected":String(g===a),mousedown:v=>{
v.preventDefault(),c(y)}},u("strong",{},y.item.name),u("small",{},h(y))))),o.hidden=!b.length,l.setAttribute("aria-expanded",String(!!b.length)),m()}function m(){
[...o.children].forEach((b,y)=>b.setAttribute("aria-selected",String(y===a))),a>=0?l.setAttribute("aria-activedescendant",`bk-found-${a}`):l.removeAttribute("ar\
ia-activedescendant"),o.children[a]&&o.children[a].scrollIntoView({block:"nearest"})}l.addEventListener("input",()=>{d(Qs(s,l.value));let b=l.value.trim()&&!r.length;
i.textContent=b?f(t,"none found"):r.length?f(t,"found",{n:r.length}):"",w.dataset.none=b?f(t,"none found"):""}),l.addEventListener("keydown",b=>{if(b.key==="Arr\
owDown"||b.key==="ArrowUp"){b.preventDefault();let y=b.key==="ArrowDown"?1:-1;r.length&&(a=(a+y+r.length)%r.length),m()}else b.key==="Enter"&&r[a]?(b.preventDefault(),
c(r[a])):b.key==="Escape"&&d([]);b.stopPropagation()}),l.addEventListener("blur",()=>d([]));let w=u("div",{class:"bk-search",role:"search"},l,o,i);return w}function De(s){return{by:s.by,alone:!1,lang:s.lang,boundaries:s.shown,district:null,subregion:null,cluster:null,playing:!1,trial:null,link:null,trying:!1,before:!1}}
function Fe(s,t){let e=De(s),n=new URLSearchParams;return t.by!==e.by&&n.set("by",t.by),t.alone&&n.set("alone","1"),t.lang!==e.lang&&n.set("lang",t.lang),t.boundaries!==
e.boundaries&&n.set("boundaries",t.boundaries??s.ownYear),t.district!==null&&n.set("district",s.districts[t.district].code),t.subregion!==null&&n.set("subregion",
s.subregions[t.subregion].id),t.cluster!==null&&n.set("cluster",s.clusters[t.cluster].id),typeof t.link=="string"&&n.set("try",t.link),n.toString()}function Bt(s,t){
let e=new URLSearchParams(t.replace(/^#/,"")),n=De(s),o=(a,l,c)=>{let h=a.findIndex(d=>d[l]===e.get(c));return h<0?null:h},i=Number(e.get("by"));s.phases.some(a=>a.
end===i)&&(n.by=i),["vi","en"].includes(e.get("lang"))&&(n.lang=e.get("lang"));let r=Number(e.get("boundaries"));return r&&(r===s.ownYear||J(s,r))&&(n.boundaries=
J(s,r)?.year??null),n.alone=e.get("alone")==="1",n.district=o(s.districts,"code","district"),n.subregion=n.district===null?o(s.subregions,"id","subregion"):null,
n.cluster=o(s.clusters,"id","cluster"),n.link=e.get("try"),n}var se="#1c2329",Xs="#ffffff",qe=4;function Nt(s,t,e){for(let n of[!0,!1]){let o=t.filter(i=>i.dim===n);en(s,o.filter(({x:i,y:r,r:a,anchor:l})=>Math.hypot(i-l[0],
r-l[1])>=a),n),ye(s,o.filter(({cluster:i})=>i.method==="surveyed"));for(let i of o)ne(s,i,e)}}var tn=200,bt=8;function He(s,t,e,n){let o=new Set(t),i=new Map;for(let l of[
...e.filter(c=>!o.delete(c)),...o]){let[c,h]=[ee(l),i.get(l.point)??ee(l)];i.set(l.point,c.map((d,m)=>(m<2?Math.min:Math.max)(d,h[m])))}if(i.size>tn)return!1;let r=[
...i.values()];s.save(),s.beginPath();for(let[l,c,h,d]of r)s.rect(l,c,h-l,d-c);s.clip();for(let[l,c,h,d]of r)s.clearRect(l,c,h-l,d-c);let a=l=>r.some(c=>l[0]<c[2]&&
l[2]>c[0]&&l[1]<c[3]&&l[3]>c[1]);return Nt(s,e.filter(l=>a(ee(l))),n),s.restore(),!0}function ee({x:s,y:t,r:e,anchor:n}){let o=e+bt;return[Math.floor(Math.min(s-
o,n[0]-bt)),Math.floor(Math.min(t-o,n[1]-bt)),Math.ceil(Math.max(s+o,n[0]+bt)),Math.ceil(Math.max(t+o,n[1]+bt))]}function en(s,t,e){s.globalAlpha=e?.25:1,s.strokeStyle=
se,s.fillStyle=se,s.lineWidth=1.25,s.beginPath();for(let{x:n,y:o,anchor:i}of t)s.moveTo(n,o),s.lineTo(...i);s.stroke(),s.beginPath();for(let[n,o]of new Map(t.map(
({point:i,anchor:r})=>[i,r])).values())s.moveTo(n+2.2,o),s.arc(n,o,2.2,0,2*Math.PI);s.fill()}function ne(s,{x:t,y:e,r:n,radii:o,dim:i,cluster:r},a,l=!1){let c=(h,d)=>{
s.fillStyle=d,s.beginPath(),s.arc(t,e,h,0,2*Math.PI),s.fill()};s.globalAlpha=i&&!l?.22:1,l&&c(n+4,se),l?c(n+1.5,Xs):n>qe&&c(n+P.outline,P.edge);for(let h=o.length-
1;h>=0;h--)o[h]>(o[h-1]||0)&&c(o[h],a[h].colour);n>qe&&(!l||r.status==="withdrawn")&&we(s,{x:t,y:e,r:n},r.status),s.globalAlpha=1}var sn=Math.PI*(3-Math.sqrt(5)),Ge=64,nn=1-1e-6;function Ke(s,t,e=s.length>P.crowd){let[n,o]=[P.gap*t,P.open*t],i=new Map,r=s.map(({x:c,y:h})=>{let d=`${c} ${h}`;
i.has(d)||i.set(d,{x:c,y:h,discs:0,next:0,standing:[]});let m=i.get(d);return m.discs+=1,m}),a=[];for(let c of i.values())e||(c.standing=a),c.discs>1&&c.standing.
push({x:c.x,y:c.y,r:o-n});let l=[];for(let c of s.map((h,d)=>d).sort((h,d)=>s[d].r-s[h].r||h-d)){let[h,{x:d,y:m,r:w}]=[r[c],s[c]],b=h.discs>1?w+o:0,y=S=>b+P.step*
(w+n)*Math.sqrt(Math.max(S-1,0)),g=(S,R)=>{let O=S<2?Math.PI*(1-S):sn*S;return{x:d+R*Math.cos(O),y:m-R*Math.sin(O),r:w}},v=(S,R)=>R.every(O=>on(S,O,n)),x=[],p=h.
next;for(;(p-h.next)%Ge===0&&(x=Ve(h,y(p),y(p+Ge),w+n)),!v(g(p,y(p)),x);p++);h.discs>1&&(h.next=p);let[k,M]=[b,y(p)];x=M>k?Ve(h,k,M,w+n):[];for(let S=0;M>k&&S<P.
halves;S++){let R=(k+M)/2;v(g(p,R),x)?M=R:k=R}l[c]=g(p,M),h.standing.push(l[c])}return l}function Ve({x:s,y:t,standing:e},n,o,i){return e.filter(r=>{let a=Math.
sqrt((r.x-s)**2+(r.y-t)**2);return a<o+i+r.r&&a>n-i-r.r}).reverse()}var on=(s,t,e)=>(s.x-t.x)**2+(s.y-t.y)**2>=(nn*(s.r+t.r+e))**2,It=class{constructor(t,e=64){
this.frame=t,this.cell=e,this.cells=new Map}*#e([t,e,n,o]){for(let i=Math.floor(t/this.cell);i<=Math.floor(n/this.cell);i++)for(let r=Math.floor(e/this.cell);r<=
Math.floor(o/this.cell);r++)yield i*65536+r}frames(t){let{frame:e}=this;return e[0]<=t[0]&&e[1]<=t[1]&&t[2]<=e[2]&&t[3]<=e[3]}hits(t){if(!this.frames(t))return!0;
for(let e of this.#t(t))if(Ze(t,e))return!0;return!1}isNearest(t,e){let n=oe(t,e)-t.r;for(let{disc:o}of this.#t([e[0]-n,e[1]-n,e[2]+n,e[3]+n]))if(o&&!(o.x===t.x&&
o.y===t.y)&&oe(o,e)-o.r<n)return!1;return!0}isJoined(t,e,n){let o=Je(t,e,n);if(!o.length)return this.isNearest(t,e);let i=({disc:r})=>r?.x===t.x&&r?.y===t.y;return o.
every(r=>{for(let a of this.#t(r))if(!i(a)&&Ze(r,a))return!1;return!0})}*#t(t){for(let e of this.#e(t))yield*this.cells.get(e)||[]}add(t,e=null){for(let n of this.#e(
t))this.cells.has(n)||this.cells.set(n,[]),this.cells.get(n).push({box:t,disc:e})}addDisc({x:t,y:e,r:n},o=0){let i=n+o;this.add([t-i,e-i,t+i,e+i],{x:t,y:e,r:i})}};
function Ze(s,{box:t,disc:e}){return s[0]>=t[2]||s[2]<=t[0]||s[1]>=t[3]||s[3]<=t[1]?!1:!e||oe(e,s)<e.r}function oe({x:s,y:t},[e,n,o,i]){return Math.hypot(Math.min(
Math.max(s,e),o)-s,Math.min(Math.max(t,n),i)-t)}function Ye(s,t,e,{paper:n=!1}={}){return s.map(o=>{let i=(a,l)=>a.find(c=>!t.hits(c)&&l(c))??null,r=i(rn(o,e),a=>t.
isNearest(o,a));if(!r&&n&&s.length<=A.all_up_to&&(r=i(an(o,e),a=>t.isJoined(o,a,e))),r)for(let a of[r,...Je(o,r,e)])t.add(a);return r})}function rn({x:s,y:t,r:e,
width:n,height:o},i){let[r,a]=[e+A.beside*i,e+A.above*i],l=e*.7071+A.corner*i;return[[s+r,t-o/2],[s-n/2,t+a],[s-r-n,t-o/2],[s-n/2,t-a-o],[s+l,t+l],[s+l,t-l-o],[
s-l-n,t+l],[s-l-n,t-l-o]].map(([h,d])=>[h,d,h+n,d+o])}function an({x:s,y:t,r:e,width:n,height:o},i){return Array.from({length:A.steps*A.ways},(r,a)=>{let l=e+A.
further*(1+Math.floor(a/A.ways))*i,c=2*Math.PI*(a%A.ways)/A.ways,h=s+Math.cos(c)*(l+n/2)-n/2,d=t+Math.sin(c)*(l+o/2)-o/2;return[h,d,h+n,d+o]})}function ie({x:s,
y:t,r:e},[n,o,i,r],a){let[l,c]=[Math.min(Math.max(s,n),i),Math.min(Math.max(t,o),r)],h=Math.hypot(l-s,c-t);if(h<=e+A.leader*a)return null;let d=e/h;return[[s+(l-
s)*d,t+(c-t)*d],[l,c]]}function Je(s,t,e){let[n,o]=[ie(s,t,e),A.line*e];if(!n)return[];let[[i,r],[a,l]]=n;return Array.from({length:A.joints-1},(c,h)=>{let d=(h+
1)/A.joints,[m,w]=[i+(a-i)*d,r+(l-r)*d];return[m-o,w-o,m+o,w+o]})}function Qe(s,[[t,e],[n,o]],{shrink:i=1,around:r=!1}={}){let a=Math.ceil(s.flat().length/U.vertices),
l=s.map(m=>m.filter((w,b)=>b%a===0)),c=l.flat(),h=r?U.around:0,d=[];for(let m=1;m<U.spots;m++){let w=Array.from({length:U.spots-1+2*h},(b,y)=>{let g=[t+(n-t)*(m/
U.spots),e+(o-e)*((y+1-h)/U.spots)];return{at:g,within:yt(l,g)}});for(let[b,{at:y,within:g}]of w.entries()){if(!w.slice(Math.max(0,b-h),b+h+1).some(x=>x.within))
continue;let v=Math.min(...c.map(([x,p])=>Math.hypot((y[1]-p)*i/U.width,y[0]-x)));d.push({at:y,within:g,clear:Math.floor((g?v:-v)*1e6+.5)})}}return d.sort((m,w)=>w.
clear-m.clear)}function Xe(s,[t,e],n,o,{always:i=!1}={}){let r=s.map(({x:h,y:d})=>[h-t/2,d-e/2,h+t/2,d+e/2]),a=U.clear*o,l=([h,d,m,w],b)=>s[b].within&&!n.hits([
h-a,d-a,m+a,w+a]),c=r.find(l)??r.find(h=>!n.hits(h))??(i?r.find(h=>n.frames(h)):null);return c&&n.add(c),c??null}var cn="#1c2329",Rt="#56616a",ln="#a3261b",wt="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",ts=400,hn=.9,es=s=>T((t,e)=>{let n=Z(
t,e);return Qe(q(t,e),n,{shrink:Math.cos(n[0][0]*Math.PI/180),around:s})}),[un,dn]=[es(!1),es(!0)],Wt=class{constructor(t){this.layer=t,this.shows={clusters:!0,
districts:!0,communes:!0,without:!1},this.scale=Q()/14,this.widths=new Map,this.placed=[]}draw(t,e){let{layer:{plan:n,print:o,view:{missing:i,vintage:r,lang:a},
_map:l,zoomOfWhole:c},shows:h}=this,[d,m]=[[0,0],l.getSize()].map(O=>l.containerPointToLayerPoint(O));this.placed=[],this.leftOut=!1;let w=new It([d.x,d.y,m.x,m.
y]);for(let O of t)w.addDisc(O,P.outline);for(let O of this.covered(d))w.add(O);let b=`600 ${this.size(11.5)}px ${wt}`,y=O=>j(O,a).toLocaleUpperCase("vi"),g=N(i)||
n.level==="district"&&!h.districts?[]:i.map(O=>n.units[O]),v=h.districts&&(!r||r.districts)?n.districts.filter(O=>!g.includes(O)):[],x={around:!0,short:"✗"};this.
drawUnits("missing",g,O=>`✗ ${y(O)}`,b,w,ln,x);let p=new Set(e?[e]:[]);if(h.clusters)for(let O of t.filter(({dim:at})=>!at).slice(0,ts))p.add(O);if(this.drawLabels(
[...p].map(O=>({...O,...this.label(O,O===e)})),w),this.drawUnits("district",v,y,b,w,Rt,{around:!!o}),h.without&&N(i)){let O=i.map(at=>n.units[at]);this.drawUnits(
"without",O,at=>j(at,a),`600 ${this.size(11)}px ${wt}`,w,Rt)}let k=r?Tt(r,n):n.communes,M=r&&k.length<=A.all_up_to;h.communes&&(M||l.getZoom()>c+hn)&&this.drawUnits(
"commune",k,({name:O})=>O,`400 ${this.size(11)}px ${wt}`,w,Rt);let{classList:S}=document.documentElement,R=S.contains("bk-names-left-out");S.toggle("bk-names-le\
ft-out",this.leftOut||t.length>ts)!==R&&!o&&this.layer.drawSoon()}covered({x:t,y:e}){let n=this.layer._map.getContainer().getBoundingClientRect();return[...document.
querySelectorAll(".leaflet-control, .bk-sheet-legend, .bk-banner")].map(o=>o.getBoundingClientRect()).filter(({width:o})=>o).map(({left:o,top:i,right:r,bottom:a})=>[
o-n.left+t,i-n.top+e,r-n.left+t,a-n.top+e])}drawLabels(t,e){let{print:n,context:o}=this.layer;Ye(t,e,this.size(1),{paper:!!n}).forEach((i,r)=>{if(!i){this.leftOut=
!0;return}let a=ie(t[r],i,this.size(1));this.placed.push({kind:"cluster",of:t[r].cluster.id,box:i,line:a}),a&&(o.strokeStyle=Rt,o.lineWidth=this.size(1),o.beginPath(),
o.moveTo(...a[0]),o.lineTo(...a[1]),o.stroke());let{lines:l,lineHeight:c}=t[r];l.forEach(([h,d],m)=>this.text(h,i[0],i[1]+c*m,d,cn))})}size(t){let{print:e}=this.
layer;return t*(e?.84*e.text:this.scale)}label({cluster:t},e){let{print:n,view:{weights:o,lang:i}}=this.layer,r=this.size(12.5),a=[[t.name,`${e?700:500} ${r}px ${wt}`]];
if(n){let h=t.ha.filter((d,m)=>d*o[m]>0).map(d=>E(i,d));a.push([h.join(" + "),`400 ${r-1.5}px ${wt}`])}let l=r*1.18,c=Math.max(...a.map(([h,d])=>this.widthOf(h,
d)));return{lines:a,lineHeight:l,width:c,height:l*a.length}}drawUnits(t,e,n,o,i,r,{around:a=!1,short:l=""}={}){let{plan:c,_map:h}=this.layer,d=h.getBounds(),[m,
w]=[2,this.size(15)];for(let b of e.filter(y=>d.intersects(Z(y,c)))){let y=(a?dn:un)(b,c).map(({at:p,within:k})=>({...h.latLngToLayerPoint(p),within:k})),g=(p,k=!1)=>(v=
p,Xe(y,[this.widthOf(p,o)+2*m,w],i,this.size(1),{always:k})),v="",x=g(n(b))??(l?g(l)??g(l,!0):null);if(!x){this.leftOut=!0;continue}this.placed.push({kind:t,of:b.
code,box:x}),this.text(v,x[0]+m,x[1],o,r)}}text(t,e,n,o,i){let r=this.layer.context;r.font=o,r.textBaseline="top",r.lineJoin="round",r.lineWidth=4,r.strokeStyle=
"rgba(255,255,255,0.92)",r.strokeText(t,e,n),r.fillStyle=i,r.fillText(t,e,n)}widthOf(t,e){let n=e+t;return this.widths.has(n)||(this.layer.context.font=e,this.widths.
set(n,this.layer.context.measureText(t).width)),this.widths.get(n)}};var fn=12,ss=12,os=ot.extend({options:{pane:"bkClusters"},initialize(s,t){ot.prototype.initialize.call(this,s,t),this.view={weights:s.phases.map(()=>1),selected:()=>!0,
selection:"",missing:[],vintage:null,lang:"vi"},this.hidden=!1,this.active=-1,this.names=new Wt(this),this.named=!1,this.pictures=new Map,this.outdated=new Map;
let e=new Map;this.worldOf=T(i=>(e.has(String(i))||e.set(String(i),ns(i)),e.get(String(i))));let[n,o]=s.bounds.map(ns);this.zoomOfWhole=Math.log2(P.whole/Math.max(
o.x-n.x,n.y-o.y)),this.take(s)},take(s){this.plan=s,this.isCrowd=s.clusters.length>P.crowd;for(let[o,i]of this.pictures)this.outdated.set(o,i);this.pictures.clear(),
this.isCrowd||(this.away=null),this.active=-1,this.all=new Map(s.clusters.map((o,i)=>[o,i]));let t=this.order??[],e=new Set(t.filter(o=>this.all.has(o))),n=s.clusters.
filter(o=>o.latlng&&!e.has(o));this.unsettled=new Set([...t.filter(o=>!e.has(o)),...n].map(({latlng:o})=>this.worldOf(o))),this.order=[...e,...n].sort((o,i)=>re(
i)-re(o)||this.all.get(o)-this.all.get(i))},setView(s){Object.assign(this.view,s),this._map&&this.draw()},scale(s=this._map.getZoom()){let t=s-this.zoomOfWhole,
e=Math.min(P.most_growth,Math.max(P.least_growth,2**(t/2)));return Math.min(this.plan.scale*e,this.plan.crowd*2**t)},beyond(s){let[t,e]=this.plan.bounds.map(r=>L.
CRS.EPSG3857.latLngToPoint(L.latLng(r),s)),n=[0,0,0,0],[o,i]=[this.plan.phases.map(()=>1),this.scale(s)];for(let r of this.isCrowd?[]:this.order){let{x:a,y:l,r:c}=this.
disc(r,o,s,{x:0,y:0},i);[t.x-a+c,e.y-l+c,a+c-e.x,l+c-t.y].forEach((d,m)=>{n[m]=Math.max(n[m],d)})}return n},offsets(s,t){let e=this.isCrowd?1:2**s/t,n=this.away?.
units!==e;if(n)this.away=Object.assign(new WeakMap,{units:e});else if(!this.unsettled.size)return this.away;let o=r=>{let a=r.map(c=>{let{x:h,y:d}=this.worldOf(
c.latlng);return{x:h*e,y:d*e,r:Math.sqrt(re(c))}}),l=Ke(a,1/this.plan.scale,this.isCrowd);r.forEach((c,h)=>this.away.set(c,[l[h].x-a[h].x,l[h].y-a[h].y]))},i=new Map;
for(let r of this.order){let a=this.isCrowd?this.worldOf(r.latlng):null;!n&&!this.unsettled.has(a)||(i.has(a)?i.get(a).push(r):i.set(a,[r]))}return i.forEach(o),
this.unsettled.clear(),this.away},disc(s,t=this.view.weights,e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=this.scale()){let i=this.worldOf(s.latlng),r=this.
offsets(e,o).get(s),a=2**e,[l,c]=[i.x*a-n.x,i.y*a-n.y],h=X(s.ha,t,o);return{x:l+r[0]*o,y:c+r[1]*o,r:h.at(-1),radii:h,anchor:[l,c],point:i,offset:r}},at(s){let t=null,
e=1/0;for(let n of this.hidden?[]:this.order){let{x:o,y:i,r}=this.disc(n);if(!r)continue;let a=Math.hypot(s.x-o,s.y-i);a<=Math.max(r,fn)&&a/r<e&&(t=n,e=a/r)}return t},
draw({blank:s=!1}={}){if(s)for(let r of[this.pictures,this.outdated])r.clear();if(!this.begin(s))return;let{discs:t,canvas:e}=this.hidden?{discs:[]}:this.picture(
this.view.weights),{min:n}=this._bounds,o=this._bounds.getSize();e?this.context.drawImage(e,n.x,n.y,o.x,o.y):Nt(this.context,t,this.plan.phases);let i=t.find(({
cluster:r})=>this.all.get(r)===this.active);i&&ne(this.context,i,this.plan.phases,!0),this.drawn={discs:t,active:i},this.print||this.named&&!e?this.names.draw(t,
i):this.named&&this.nameLater()},drawSoon(){this.soon??=requestAnimationFrame(()=>{this.soon=null,this.draw()})},nameLater(){this.callOff?.(),this.callOff=ct(()=>{
this.named=!0,this.context&&(this.names.draw(this.drawn.discs,this.drawn.active),this.pictures.size&&this.later(()=>this.foresee()))})},discs(s,t=[]){let{min:e,
max:n}=this._bounds,o=this._map.getZoom(),i=this._map.getPixelOrigin(),r=this.scale(),a=this.offsets(o,r),l=[],c=0;for(let h of this.order){for(;t[c]&&t[c].cluster!==
h&&!this.all.has(t[c].cluster);)c++;let d=t[c]?.cluster===h?t[c++]:null;if(d?.offset.every((g,v)=>g===a.get(h)[v])){l.push(d);continue}let m=this.disc(h,s,o,i,r),
{x:w,y:b,r:y}=m;!y||w+y<e.x||w-y>n.x||b+y<e.y||b-y>n.y||(m.cluster=h,m.dim=!this.view.selected(h),l.push(m))}return l},picture(s){let t=`${s} ${this.view.selection}`;
if(this.pictures.has(t))return this.pictures.get(t);let e=Number.isInteger(this.ratio)&&!this.print&&this.outdated.get(t),n={discs:this.discs(s,e?e.discs:[]),canvas:null};
if(n.discs.length<=P.crowd||this.print)return n;if(e&&He(e.canvas.getContext("2d"),e.discs,n.discs,this.plan.phases))n.canvas=e.canvas;else{n.isNew=!0,n.canvas=
document.createElement("canvas"),n.canvas.width=this._container.width,n.canvas.height=this._container.height;let o=n.canvas.getContext("2d");o.setTransform(this.
context.getTransform()),Nt(o,n.discs,this.plan.phases)}return this.outdated.delete(t),s.every(Number.isInteger)&&this.pictures.size<ss&&this.pictures.set(t,n),n},
foresee(){if(this._map?.dragging.moving()){this.later(()=>this.foresee());return}let{phases:s}=this.plan,e=s.map(({end:i})=>s.map(r=>+(r.end<=i))).find(i=>!this.
pictures.has(`${i} ${this.view.selection}`));if(!e||!this._map||!this.drawn.discs.length||this.pictures.size>=ss)return;let{canvas:n,isNew:o}=this.picture(e);n&&
(o&&n.getContext("2d").getImageData(0,0,1,1),this.later(()=>this.foresee()))},later(s){clearTimeout(this.waiting),this.waiting=setTimeout(s,60)}}),re=T(s=>z(s,s.
ha.map(()=>1))),ns=s=>L.CRS.EPSG3857.latLngToPoint(L.latLng(s),0);var mn=350,is=60,ae={x:48,y:136},pn=760,rt=class{constructor(t,e,n){this.map=t,this.plan=e,this.rem=Q(),this.still=window.matchMedia("(prefers-reduced-motion: r\
educe)");for(let[o,i]of[["bkGround",350],["bkClusters",450]])Object.assign(t.createPane(o).style,{zIndex:i,pointerEvents:"none"});t.attributionControl.setPrefix(
"Leaflet"),this.legendOpen=this.isWide(),this.backdrop=new ze(e),this.clusters=new os(e),this.fitWhole(!1),t.setMaxBounds(L.latLngBounds(e.bounds).pad(.8).extend(
t.getBounds().pad(1))),Object.assign(this.backdrop,{hatched:n.missing,vintage:n.vintage}),this.backdrop.addTo(t),this.clusters.setView(n),this.clusters.addTo(t)}take(t){
this.plan=t,this.clusters.take(t)}isShown(){let{x:t,y:e}=this.map.getSize();return Math.min(t,e)>=is}hasSize(){let{clientWidth:t,clientHeight:e}=this.map.getContainer();
return Math.min(t,e)>=is}isWide(){return this.map.getSize().x>pn}padding(t){let e=this.isWide()&&this.legendOpen?this.rem*17:0,n=this.plan.inset?this.rem*7:0;return{
paddingTopLeft:[t+e,t],paddingBottomRight:[t,t+n]}}boundsOf(t){return t?Z(t,this.plan):this.plan.bounds}fitWhole(t=!0){let{map:e,plan:{bounds:n}}=this,{paddingTopLeft:[
o,i],paddingBottomRight:[r,a]}=this.padding(8);if(e.options.minZoom=0,!this.isShown()){e.setView(L.latLngBounds(n).getCenter(),8,{animate:!1});return}let[l,c,h,
d]=[0,0,0,0],m=null;for(let b=0;b<3;b++){let y=m;if(m=e.getBoundsZoom(n,!1,L.point(o+l+r+h,i+c+a+d)),m===y)break;[l,c,h,d]=this.clusters.beyond(m)}let w=b=>({paddingTopLeft:[
o+l+b,i+c],paddingBottomRight:[r+h,a+d],animate:t});e.fitBounds(n,w(this.isUnderButtons(n,w(0))?ae.x:0)),e.options.minZoom=m-1.5}isUnderButtons(t,e){let{map:n,clusters:o,
plan:i}=this;if(this.isWide()||o.isCrowd)return!1;let{center:r,zoom:a}=n._getBoundsCenterZoom(t,e),l=n.project(r,a).subtract(n.getSize().divideBy(2));return o.order.
some(c=>{let{x:h,y:d,r:m}=o.disc(c,i.phases.map(()=>1),a,l,o.scale(a));return h-m<ae.x&&d-m<ae.y})}zoomTo(t,e=!this.still.matches){!t||!this.isShown()?this.fitWhole(
e):e?this.map.flyToBounds(this.boundsOf(t),{...this.padding(24),duration:.6}):this.map.fitBounds(this.boundsOf(t),{...this.padding(24),animate:e})}zoomToCommune(t){
this.map.fitBounds(this.boundsOf(t),{...this.padding(60),maxZoom:12,animate:!this.still.matches})}reveal(){let{top:t,bottom:e}=this.map.getContainer().getBoundingClientRect();
t>=0&&e<=window.innerHeight||this.map.getContainer().scrollIntoView({block:"nearest",behavior:this.still.matches?"auto":"smooth"})}outline(t){this.outlined?.remove(),
this.outlined=t&&L.polygon(q(t,this.plan),{interactive:!1,fill:!1,color:"#1c2329",weight:2.6}).addTo(this.map)}highlight(t){this.clusters.active!==t&&(this.clusters.
active=t,this.clusters.drawSoon())}show({weights:t,...e},n){cancelAnimationFrame(this.frame),this.backdrop.setView(e);let o=n||this.still.matches;this.clusters.
setView(o?{weights:t,...e}:e),o||this.grow(t)}grow(t){let e=this.clusters.view.weights;if(t.every((i,r)=>i===e[r]))return;let n=performance.now(),o=i=>{let r=Math.
min(1,Math.max(0,(i-n)/mn));this.clusters.setView({weights:t.map((a,l)=>e[l]+(a-e[l])*r)}),r<1&&(this.frame=requestAnimationFrame(o))};this.frame=requestAnimationFrame(
o)}sharpen(t){for(let e of[this.backdrop,this.clusters])e.sharp=t,e._update();t&&this.clusters.isCrowd&&this.clusters.names.draw(this.clusters.drawn.discs,this.
clusters.drawn.active)}paint(t,e){this.show(e,!0),this.backdrop.paint(t),this.clusters.paint(t)}};var gn=document.currentScript,[rs,as]=[15001,32e3],cs=Array.from({length:94},(s,t)=>String.fromCharCode(33+t)).filter(s=>!'"&<'.includes(s)).join("");async function ls(){
let{bkgis:s}=window;if(!s.Mode){let t=new TextEncoder().encode(gn.textContent.slice(rs,rs+as)),{length:e}=t,n=Uint8Array.of(120,218,0,e,e>>8,~e,~e>>8),o=bn(document.
getElementById("bk-mode").textContent),i=new Blob([n,t,o]).stream().pipeThrough(new DecompressionStream("deflate")),r=document.createElement("script");r.textContent=
(await new Response(i).text()).slice(as),document.head.append(r)}return s}function bn(s){let t=[],[e,n]=[0,0];for(let o=0;o<s.length;o+=2)for(e=e<<13|cs.indexOf(
s[o])+91*cs.indexOf(s[o+1]),n+=13;n>=8;)t.push(e>>(n-=8)&255);return Uint8Array.from(t)}var wn=1600,yn=["head","verdict","timeline","tools","search","summary","list","source","sheet"],ce=class{constructor(t){this.map=t,this.original=me(JSON.parse(document.
getElementById("bk-plan").textContent)),this.plan=this.original,$t(this.plan.words),this.state=Bt(this.plan,location.hash),this.boxes=Object.fromEntries(yn.map(
e=>[e,document.getElementById(`bk-${e}`)])),this.view=new rt(t,this.plan,this.shown()),this.clusters=this.view.clusters,this.layers=new _t(t,this.plan,this.view),
this.controls=new Pt(this),this.popups=new zt(this),this.print=Ue({map:t,whole:()=>L.latLngBounds(this.view.boundsOf(this.selectedUnit())),sheet:this.boxes.sheet,
parts:()=>We(this.plan,this.state,this.clusters.scale()),paint:e=>this.view.paint(e,this.shown())}),this.listen(),this.selectedUnit()&&this.zoomToSelection(!1),
this.ready=new Promise(e=>{ct(()=>{this.renderWords(),this.show({instantly:!0}),this.state.cluster!==null&&this.popups.open(this.state.cluster),this.clusters.nameLater(),
e(this.follow())})})}listen(){let{map:t,view:e}=this;t.on("click",({layerPoint:n,latlng:o})=>{let i=this.clusters.at(n);i?this.set({cluster:this.plan.clusters.indexOf(
i)}):this.popups.name(o)}),t.on("mousemove",({layerPoint:n})=>{if(t.dragging.moving())return;let o=this.clusters.at(n);t.getContainer().style.cursor=o?"pointer":
"",e.highlight(this.plan.clusters.indexOf(o))}),t.on("mouseout",()=>e.highlight(-1)),t.on("zoomend",()=>this.controls.renderLegend()),t.on("movestart",()=>{this.
moved||=!this.fitting}),new ResizeObserver(()=>{if(document.documentElement.classList.contains("bk-printing")||!e.hasSize())return;let n=!e.isShown(),{x:o,y:i}=t.
getSize(),{clientWidth:r,clientHeight:a}=t.getContainer();o===r&&i===a||(this.fit(()=>t.invalidateSize({animate:!1})),n&&e.isWide()&&this.controls.openLegend(),
(n||!this.moved)&&this.zoomToSelection(!1),n&&this.popups.follow())}).observe(t.getContainer()),window.addEventListener("hashchange",({newURL:n})=>{clearInterval(
this.timer);let{trial:o,trying:i}=this.state;this.state={...this.state,...Bt(this.plan,new URL(n).hash),trial:o,trying:i},this.ready=this.follow(),this.renderWords(),
this.show(),this.zoomToSelection(!1),this.popups.open(this.state.cluster)}),document.addEventListener("keydown",n=>{n.key==="Escape"&&!n.target.closest("dialog")&&
t.closePopup(),!(n.target.closest("input, select, textarea, dialog, .leaflet-container")||n.altKey||n.ctrlKey||n.metaKey)&&(n.key==="ArrowRight"?this.step(1):n.
key==="ArrowLeft"&&this.step(-1))})}set(t){let e=this.state;this.state={...e,...t},this.mode?.replan("cluster"in t),t.lang&&t.lang!==e.lang&&this.renderWords(),
hs(this.plan,e)!==hs(this.plan,this.state)&&this.controls.renderLegend(),this.show(),"cluster"in t&&t.cluster!==e.cluster?this.popups.open(t.cluster):this.popups.
follow()}chooseByAddress(){this.set({cluster:Bt(this.plan,location.hash).cluster})}async tryChanges(){await this.unpack(),this.mode.toggle()}async unpack(){let{
Mode:t}=await ls();this.mode??=new t(this)}async follow(){!this.canTry()||!(this.mode||this.state.link||this.plan.changes)||(await this.unpack(),this.mode.follow())}canTry(){
return"targets"in this.original}take(t){this.plan=t,this.view.take(t),this.layers.plan=t,this.stale=!0}select({district:t=null,subregion:e=null}){let{state:n}=this,
o=n.district===t&&n.subregion===e;this.set(o?{district:null,subregion:null}:{district:t,subregion:e}),this.zoomToSelection(),this.view.reveal()}selectedUnit({district:t,
subregion:e}=this.state){return t!==null?this.plan.districts[t]:this.plan.subregions[e]||null}zoomToSelection(t){this.moved=!1,this.fit(()=>this.view.zoomTo(this.
selectedUnit(),t))}fit(t){this.fitting=!0,t(),this.fitting=!1}step(t){let e=this.plan.phases.map(o=>o.end),n=e[e.indexOf(this.state.by)+t];n!==void 0&&this.set(
{by:n})}play(){if(this.state.playing){clearInterval(this.timer),this.set({playing:!1});return}let t=this.plan.phases.map(e=>e.end);this.set({playing:!0,by:t[0]}),
this.timer=setInterval(()=>{this.state.by===t.at(-1)?this.play():this.step(1)},wn)}findUnit(t){let{plan:e}=this;e.level==="commune"?this.found({kind:"commune",item:e.
communes[t]}):this.select({[e.level]:t}),this.view.reveal()}found({kind:t,item:e,index:n,year:o}){t==="district"?(this.set({district:n,subregion:null}),this.zoomToSelection()):
t==="cluster"?this.set({district:null,subregion:null,cluster:n}):(o&&this.set({boundaries:o}),this.view.zoomToCommune(e),this.popups.name(L.latLngBounds(this.view.
boundsOf(e)).getCenter()),this.view.outline(e))}shown(t=this.plan){let{state:e}=this;return{weights:_(t,e),selected:n=>tt(t,e,n),selection:`${e.district} ${e.subregion}`,
missing:W(t,e.by),vintage:J(t,e.boundaries),lang:e.lang}}show({instantly:t=!1}={}){let{isCrowd:e}=this.clusters;this.view.outline(this.selectedUnit()),this.view.
show(this.shown(),t||e),t||!e?this.showPanel():this.ready=this.showPanelLater()}showPanelLater(){return this.later??=new Promise(t=>{ct(()=>{this.later=null,this.
showPanel(),t()})}),this.later}showPanel(){let{plan:t,state:e,boxes:n}=this;this.stale&&this.renderPlan(),I(n.verdict,Et(t,e,o=>this.findUnit(o))),this.live?.show(
e),this.sums?.show(e),I(n.list,Me(t,e,{open:o=>this.set({cluster:o}),hover:o=>this.view.highlight(o)})),this.mode?.render();try{let o=Fe(t,e);history.replaceState(
null,"",o?`#${o}`:location.pathname+location.search)}catch{}}renderWords(){let{plan:t,state:e,boxes:n}=this,{lang:o}=e;document.documentElement.lang=o;let i=this.
map.getContainer();i.setAttribute("role","region"),i.setAttribute("aria-label",f(o,"map")),this.live=new G,I(n.tools,ve(o,{speak:r=>this.set({lang:r}),table:()=>Ae(
this.plan,this.state),picture:()=>Ne(this),print:this.print})),I(n.timeline,Se(t,o,this.live,{set:r=>this.set(r),play:()=>this.play(),tryChanges:this.canTry()?()=>this.
tryChanges():null})),this.live.show(e),I(n.source,st(t,o)),this.controls.render(),this.renderPlan(),this.popups.renew()}renderPlan(){let{plan:t,state:e,boxes:n}=this,
{lang:o}=e;this.stale=!1,document.title=t.title[o],I(n.head,et(t,e)),this.sums=new G,I(n.summary,$e(t,o,this.sums,{select:i=>this.select(i)})),this.sums.show(e),
I(n.search,je(t,o,i=>this.found(i))),this.controls.renderLegend()}addForeign(t){this.layers.addForeign(t),this.controls.renderLayers()}};function hs(s,{district:t,
subregion:e,by:n,boundaries:o}){return[t,e,o,N(W(s,n)),W(s,n).length>0].join(" ")}function xn(s){return new ce(s)}return gs(kn);})();
